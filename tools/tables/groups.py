"""Which page a rule stands on: by subject, known from how its name begins."""

from __future__ import annotations

from dataclasses import dataclass

from sakip_rules.catalogue import RuleCatalogue, rule_of
from sakip_rules.models import AnyRule


@dataclass(frozen=True)
class Group:
    """One page of rules: its file name, its title, and the names or beginnings of names that belong to it."""

    name: str
    title: dict[str, str]
    names: tuple[str, ...] = ()


GROUPS = (
    Group(
        "sakip",
        {"id": "Evaluasi AKIP", "en": "Evaluation of AKIP"},
        (
            "bobot-sakip",
            "gradasi-",
            "huruf-sakip",
            "jawaban-",
            "nilai-huruf-sakip",
            "nilai-sakip",
            "predikat-sakip",
            "subkomponen-sakip",
        ),
    ),
    Group(
        "capaian",
        {"id": "Capaian kinerja", "en": "Achievement"},
        (
            "batas-capaian-",
            "capaian-makin-",
            "capaian-target-",
            "capaian-kasus-",
            "capaian-mendekati-",
            "capaian-rentang",
            "capaian-stabil",
            "capaian-toleransi",
            "konversi-skp",
            "konversi-stabil",
            "kalibrasi-capaian",
            "rasio-permendagri",
            "kemajuan-",
            "konsolidasi-",
        ),
    ),
    Group("skala", {"id": "Skala capaian", "en": "Achievement scales"}, ("skala-",)),
    Group(
        "efisiensi",
        {"id": "Efisiensi dan efektivitas", "en": "Efficiency and effectiveness"},
        ("efisiensi-", "efektivitas", "nilai-efisiensi"),
    ),
    Group(
        "anggaran",
        {"id": "Kinerja anggaran (PMK)", "en": "Budget performance (PMK)"},
        (
            "nilai-aspek-",
            "nilai-kinerja-anggaran",
            "nilai-perencanaan-",
            "kategori-nka",
            "konsistensi-",
            "penyerapan-pmk",
            "serapan-",
            "capaian-keluaran-",
        ),
    ),
    Group("ikpa", {"id": "IKPA", "en": "IKPA"}, ("ikpa",)),
    Group(
        "organisasi",
        {"id": "Kinerja organisasi dan pegawai", "en": "Performance of organisations and staff"},
        (
            "bobot-k3",
            "nilai-kinerja-organisasi",
            "nilai-kinerja-pegawai",
            "nilai-perspektif",
            "status-kinerja-",
            "koreksi-pko",
            "nilai-pko",
            "predikat-pko",
            "rata-capaian-",
        ),
    ),
    Group("survei", {"id": "Survei kepuasan", "en": "Satisfaction surveys"}, ("skm-",)),
    Group(
        "spbe", {"id": "SPBE dan Pemerintah Digital", "en": "Electronic and digital government"}, ("spbe-",)
    ),
    Group(
        "spm-spip-rb",
        {
            "id": "SPM, SPIP, RB, dan zona integritas",
            "en": "Service standards, internal control, reform, integrity zones",
        },
        ("spm-", "spip-", "rb-", "zona-", "tren-layanan-"),
    ),
    Group("makro", {"id": "Indikator makro", "en": "Macro indicators"}, ("ipm", "pertumbuhan")),
    Group(
        "besaran",
        {"id": "Besaran umum", "en": "Common quantities"},
        ("indeks-skala-", "persentase-", "rata-rata-nilai"),
    ),
    Group("sosial", {"id": "Indikator: sosial", "en": "Indicators: social affairs"}, ("sosial-",)),
    Group("kesehatan", {"id": "Indikator: kesehatan", "en": "Indicators: health"}, ("kesehatan-",)),
    Group("pendidikan", {"id": "Indikator: pendidikan", "en": "Indicators: education"}, ("pendidikan-",)),
    Group(
        "ekonomi",
        {"id": "Indikator: ekonomi, kerja, dan kemiskinan", "en": "Indicators: economy, work and poverty"},
        ("ekonomi-",),
    ),
    Group(
        "infrastruktur",
        {"id": "Indikator: infrastruktur", "en": "Indicators: infrastructure"},
        ("infrastruktur-",),
    ),
    Group(
        "lingkungan",
        {"id": "Indikator: lingkungan dan bencana", "en": "Indicators: environment and disaster"},
        ("lingkungan-",),
    ),
    Group(
        "tata-kelola",
        {
            "id": "Indikator: kependudukan, tata kelola, dan layanan",
            "en": "Indicators: population, governance and service",
        },
        ("tata-kelola-",),
    ),
    Group(
        "perguruan-tinggi",
        {"id": "Indikator: perguruan tinggi", "en": "Indicators: higher education"},
        ("perguruan-tinggi-",),
    ),
    Group("lumajang", {"id": "Aturan Kabupaten Lumajang", "en": "Rules of Kabupaten Lumajang"}),
)


def group_of(rule_id: str) -> Group:
    """The group of a rule: the one that names the longest beginning of its name.

    Raises LookupError for a rule that no group names: add it to one.
    """
    owner, _, name = rule_id.partition("/")
    if owner != "nasional":
        return next(group for group in GROUPS if group.name == owner)
    fitting = [(len(start), group) for group in GROUPS for start in group.names if name.startswith(start)]
    if not fitting:
        raise LookupError(f"no group of tools/tables/groups.py names {rule_id}")
    return max(fitting, key=lambda pair: pair[0])[1]


def versions(catalogue: RuleCatalogue) -> dict[str, list[AnyRule]]:
    """Every rule that can be used, with its versions, the oldest first."""
    return {rule_id: [rule_of(item) for item in catalogue.versions[rule_id]] for rule_id in catalogue.ids()}


def grouped(catalogue: RuleCatalogue) -> dict[str, dict[str, list[AnyRule]]]:
    """The rules of each group that has any, in the order of the groups."""
    rules = versions(catalogue)
    sorted_in = {
        group.name: {one: found for one, found in rules.items() if group_of(one) is group} for group in GROUPS
    }
    return {name: found for name, found in sorted_in.items() if found}
