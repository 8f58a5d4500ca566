import datetime

import pytest

from sakip_rules.cli.work.days import read_day
from sakip_rules.cli.work.failures import WrongUsageError


def test_a_year_is_a_number_and_a_day_is_a_date() -> None:
    """What the API takes as `on`."""
    assert read_day("2020") == 2020
    assert read_day("2020-02-29") == datetime.date(2020, 2, 29)


@pytest.mark.parametrize("text", ["", "20", "0000", "2021-02-29", "2020-1-1", "٢٠٢٠", "2020-W01"])
def test_anything_else_is_wrong_usage(text: str) -> None:
    """Also days that no calendar has, and digits that are not ASCII."""
    with pytest.raises(WrongUsageError):
        read_day(text)
