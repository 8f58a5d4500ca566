from sakip_rules.cli.declared.serving import serving


def test_it_listens_on_this_machine_alone_unless_told_otherwise() -> None:
    """And neither way of serving is on by itself."""
    defaults = {param.name: param.default for param in serving()}
    assert defaults["host"] == "127.0.0.1"
    assert not defaults["stdio"]
    assert not defaults["http"]
