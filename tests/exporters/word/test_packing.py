import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from sakip_rules.exporters.word.packing import packed

PARTS = st.dictionaries(
    st.sampled_from(["[Content_Types].xml", "a.xml", "word/b.xml"]), st.binary(max_size=50)
)


@given(PARTS)
def test_parts_come_out_as_they_went_in(parts: dict[str, bytes]) -> None:
    """In any order that they are given in, the file is the same."""
    made = packed(parts)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == parts
    assert packed(dict(reversed(parts.items()))) == made


def test_the_types_stand_first() -> None:
    """Programs that guess what a file is look at its beginning."""
    with zipfile.ZipFile(io.BytesIO(packed({"A": b"", "[Content_Types].xml": b""}))) as archive:
        assert archive.namelist() == ["[Content_Types].xml", "A"]
