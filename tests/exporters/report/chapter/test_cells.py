from sakip_rules.exporters.report.chapter.cells import Writer, short_words, told
from sakip_rules.exporters.report.roles import Role
from sakip_rules.results import Figure, ReportTree


def figure(tree: ReportTree, path: str, name: str) -> Figure:
    """A figure of a report."""
    node = tree.root.find(path)
    found = None if node is None else node.figure(name)
    assert found is not None
    return found


def test_a_cell_holds_words_and_the_figure_behind_them(writer: Writer, layanan: ReportTree) -> None:
    """With the record and the year that it is of."""
    node = layanan.root.find("layanan/kepuasan")
    assert node is not None
    (cell,) = writer.parts(node, ["achievement"])
    assert (cell.text, cell.path, cell.year) == ("120,00", "layanan/kepuasan", 2023)
    assert cell.figure == node.now.figures["capaian"]


def test_a_head_has_the_unit_that_all_its_figures_have(writer: Writer, layanan: ReportTree) -> None:
    """What every record measures in a unit of its own has none in the head."""
    node = layanan.root.find("layanan/kepuasan")
    assert node is not None
    roles: tuple[Role, ...] = ("target", "achievement", "budget")
    cells = writer.parts(node, roles)
    heads = [writer.column(role, [cell], role).heading for role, cell in zip(roles, cells, strict=True)]
    assert heads == ["target", "achievement (%)", "budget"]
    mixed = [*writer.parts(node, ["achievement"]), *writer.parts(layanan.root, ["budget"])]
    assert writer.column("value", mixed, "Nilai").sign == ""


def test_whole_rupiah_have_no_decimals(layanan: ReportTree) -> None:
    """Grouped as readers of the language group them."""
    assert short_words(figure(layanan, ".", "pagu"), "id") == "800.000.000"
    assert short_words(figure(layanan, ".", "pagu"), "en") == "800,000,000"
    assert short_words(figure(layanan, ".", "serapan"), "id") == "89,38"


def test_a_sentence_says_unit_and_category(layanan: ReportTree) -> None:
    """An absent value has neither."""
    assert told(figure(layanan, "layanan", "capaian"), "id") == "121,67\u00a0% (Sangat Tinggi)"
    assert told(figure(layanan, "layanan/survei", "capaian"), "en") == "missing"
