from sakip_rules.exporters import Look


def test_a_look_is_plain_unless_told_otherwise() -> None:
    """Indonesian, 80 columns, no colour, and only what tells something."""
    look = Look()
    assert (look.lang, look.width, look.every) == ("id", 80, False)
    assert look.paint("a", "title") == "a"
