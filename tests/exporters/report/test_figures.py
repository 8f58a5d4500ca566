from sakip_rules.exporters.report.figures import ordered, remark, shown, title_of, unit_of
from sakip_rules.results import ReportNode, ReportTree


def node(tree: ReportTree, path: str) -> ReportNode:
    """A record of the small report."""
    found = tree.root.find(path)
    assert found is not None
    return found


def test_the_figures_that_readers_look_for_come_first(tree: ReportTree) -> None:
    """realisasi, target and capaian, then the others in the order of the framework."""
    names = [figure.name for figure in ordered(node(tree, "a").now.record.figures.values())]
    assert names == ["realisasi", "target", "capaian", "batas", "aktif", "arah", "akar", "predikat"]


def test_the_root_is_titled_by_the_organization(tree: ReportTree) -> None:
    """Other records have their own titles."""
    assert title_of(tree.root, tree.organization, "id") == "Dinas Contoh"
    assert title_of(node(tree, "a"), tree.organization, "id") == "=1+1 | <b>_judul_</b>"


def test_a_value_or_what_stands_instead(tree: ReportTree) -> None:
    """A number is printed, an absent value is a dash with its words, a category stands beside."""
    figures = node(tree, "b").now.record.figures
    assert (shown(figures["target"], "id"), remark(figures["target"], "id")) == ("1.234.567,5", "")
    assert (shown(figures["capaian"], "id"), remark(figures["capaian"], "en")) == (
        "–",
        "Belum dinilai; missing",
    )
    assert (shown(figures["predikat"], "id"), remark(figures["predikat"], "id")) == ("", "Belum dinilai")


def test_a_stated_figure_is_marked(tree: ReportTree) -> None:
    """What the report states instead of having it computed is said."""
    figure = node(tree, "a").figure("capaian", 2019)
    assert figure is not None
    assert remark(figure, "en") == "Rendah; stated by the report"


def test_a_unit_is_shown_where_there_is_one(tree: ReportTree) -> None:
    """A figure without a unit has none, unless its record states one."""
    record = node(tree, "a")
    units = [unit_of(record, record.now.record.figures[name]) for name in ("capaian", "target")]
    assert units == ["persen", ""]
