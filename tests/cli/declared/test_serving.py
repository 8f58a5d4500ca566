import click

from sakip_rules.cli.declared.serving import serving


def test_it_listens_on_this_machine_alone_unless_told_otherwise() -> None:
    """And neither way of serving is on by itself."""
    command = click.Command("serve", params=list(serving()))
    given = command.make_context("serve", []).params
    assert (given["host"], given["stdio"], given["http"]) == ("127.0.0.1", False, False)
    assert (given["port"], given["threads"]) == ("8765", "4")
