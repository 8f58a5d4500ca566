"""Places on a drawing, and labels that do not overlap."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from sakip_rules.pictures.axis import Axis, placed, tenths, width_of


def test_numbers_have_true_places() -> None:
    """A third of the way is a third of the way; what lies beyond is drawn at the end."""
    axis = Axis(Fraction(-10), Fraction(20), 100, 3100)
    assert [axis.place(Fraction(number)) for number in (-10, 0, 20, 99, -99)] == [100, 1100, 3100, 3100, 100]
    assert axis.place(Fraction(1, 3)) == 1133
    assert (axis.holds(Fraction(20)), axis.holds(Fraction(21))) == (True, False)
    assert [tenths(place) for place in (0, 125, 130)] == ["0", "12.5", "13"]


@given(st.lists(st.tuples(st.integers(0, 3600), st.text("abc", min_size=1, max_size=9)), max_size=40))
def test_labels_never_overlap_and_stand_whole(labels: list[tuple[int, str]]) -> None:
    """In each lane one ends before the next begins; those without room are left out."""
    lanes: dict[int, int] = {}
    for label in placed(labels, 0, 3600, 3):
        half = width_of(label.text) / 2
        assert lanes.get(label.lane, 0) <= label.middle - half
        assert label.middle + half <= 3601
        lanes[label.lane] = label.middle
        lanes[label.lane] += width_of(label.text) // 2


def test_a_label_without_a_free_lane_is_left_out() -> None:
    """Two numbers at one place need two lanes."""
    assert [(label.text, label.lane) for label in placed([(500, "a"), (500, "b")], 0, 3600, 2)] == [
        ("a", 0),
        ("b", 1),
    ]
    assert [label.text for label in placed([(500, "a"), (500, "b")], 0, 3600, 1)] == ["a"]
