import pytest

from sakip_rules.cli.work.failures import WrongUsageError
from sakip_rules.cli.work.inputs import read_inputs


def test_values_are_text_and_collections_are_json() -> None:
    """Numbers stay as they are written, in JSON too; only the first `=` divides."""
    assert read_inputs(["a=1,5", "b=", "c=x=y", 'd=[{"x": 0.10}, {"x": 12}]']) == {
        "a": "1,5",
        "b": "",
        "c": "x=y",
        "d": [{"x": "0.10"}, {"x": "12"}],
    }


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["realisasi"], "Inputs are written name=value, not `realisasi`."),
        (["a=1", "a=2"], "`a` is written twice."),
        (["a=[1"], "The value of `a` is no proper JSON text: "),
        (['a={"x": 1, "x": 2}'], "The value of `a` is no proper JSON text: `x`"),
        (["a=[NaN]"], "The value of `a` is no proper JSON text: NaN"),
        (["a=" + "[" * 100_000], "The value of `a` is no proper JSON text: nesting"),
    ],
)
def test_what_is_no_input_is_wrong_usage(words: list[str], said: str) -> None:
    """And says what is wrong with it."""
    with pytest.raises(WrongUsageError) as raised:
        read_inputs(words)
    assert raised.value.message[1].startswith(said)
