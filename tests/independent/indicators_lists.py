"""The indicators that are a ratio, a growth or a weighted sum, and nothing more, for indicators.py.

Computed with fractions of the standard library; nothing of sakip_rules is imported.
"""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import Any

Given = Any
Answer = dict[str, Any]
Compute = Callable[[Given], Answer]

# What is divided by what. Parts joined by + are added; a number at the end is the base, else 100.
RATIOS = """
sosial-ppks-ditangani                   ppks_ditangani / ppks_seluruhnya
sosial-ppks-sejahtera-meningkat         ppks_meningkat / ppks_seharusnya
sosial-ketepatan-sasaran                ppks_meningkat / ppks_dibantu
sosial-psks-difasilitasi                psks_difasilitasi / psks_seharusnya
sosial-kebutuhan-dasar-yang-seharusnya  pmks_memperoleh / pmks_seharusnya
sosial-kebutuhan-dasar-seluruh-pmks     pmks_memperoleh / pmks_seluruhnya
sosial-pemberdayaan-kube                pmks_menerima / pmks_seharusnya
sosial-bantuan-tanggap-darurat          korban_menerima / korban_seharusnya
sosial-evakuasi-bencana                 dievakuasi / seharusnya_dievakuasi
sosial-jaminan-sosial                   menerima / seharusnya_menerima
sosial-disabilitas-terlantar-luar-panti terpenuhi / populasi
sosial-lansia-terlantar-luar-panti      terpenuhi / populasi
sosial-anak-terlantar-luar-panti        terpenuhi / populasi
sosial-gepeng-dalam-panti               terpenuhi / populasi
sosial-rehabilitasi-disabilitas-miskin  penerima / penduduk_disabilitas
sosial-kesalahan-inklusi                penerima_tidak_berhak / penerima
sosial-kesalahan-eksklusi               berhak_tidak_menerima / berhak
kesehatan-kematian-ibu                  kematian_ibu / kelahiran_hidup 100000
kesehatan-kematian-bayi                 kematian_bayi / kelahiran_hidup 1000
kesehatan-prevalensi-stunting           stunting / balita_diukur
kesehatan-gizi-buruk                    gizi_buruk / anak_diukur
kesehatan-gizi-normal                   gizi_normal / balita_diukur
kesehatan-ibu-hamil-k6                  ibu_hamil_k6 / sasaran_ibu_hamil
kesehatan-imunisasi-dasar-lengkap       imunisasi_lengkap / anak_12_23_bulan
kesehatan-puskesmas-paripurna           paripurna / teregistrasi
kesehatan-rumah-sakit-paripurna         paripurna / rumah_sakit
kesehatan-insidensi-dbd                 kasus_baru / penduduk 100000
kesehatan-cfr-dbd                       kematian / kasus
kesehatan-pneumonia-balita              ditangani / ditemukan
kesehatan-ibu-hamil-k4                  ibu_hamil_k4 / sasaran_ibu_hamil
kesehatan-persalinan-nakes              ditolong / sasaran_ibu_bersalin
kesehatan-komplikasi-kebidanan          ditangani / ibu_komplikasi
kesehatan-pelayanan-nifas               nifas_tiga_kali / ibu_nifas
kesehatan-kunjungan-bayi                bayi_dilayani / lahir_hidup
kesehatan-desa-uci                      desa_uci / desa
kesehatan-gizi-buruk-dirawat            dirawat / ditemukan
kesehatan-klb-ditangani                 ditangani / terjadi
pendidikan-apk-sd                       murid / penduduk_7_12
pendidikan-apk-smp                      murid / penduduk_13_15
pendidikan-apk-sma                      murid / penduduk_16_18
pendidikan-apm-sd                       murid_seumur / penduduk_7_12
pendidikan-apm-smp                      murid_seumur / penduduk_13_15
pendidikan-apm-sma                      murid_seumur / penduduk_16_18
pendidikan-melek-huruf                  melek_huruf / penduduk_15
pendidikan-satuan-snp                   memenuhi_snp / satuan_pendidikan
pendidikan-aps-5-6                      bersekolah / penduduk_5_6
pendidikan-aps-7-15                     bersekolah / penduduk_7_15
pendidikan-aps-16-18                    bersekolah / penduduk_16_18
pendidikan-aps-disabilitas              bersekolah / penyandang_disabilitas
pendidikan-skor-literasi                jumlah_skor / murid 1
pendidikan-skor-numerasi                jumlah_skor / murid 1
ekonomi-penduduk-miskin                 penduduk_miskin / penduduk
ekonomi-pengangguran-terbuka            penganggur / angkatan_kerja
ekonomi-partisipasi-angkatan-kerja      angkatan_kerja / usia_kerja
ekonomi-pdrb-per-kapita                 pdrb / penduduk 1
ekonomi-pemerataan-bank-dunia           pengeluaran_40_terbawah / pengeluaran_seluruhnya
ekonomi-nilai-tukar-petani              indeks_diterima / indeks_dibayar
ekonomi-produktivitas-padi              produksi / luas_panen 10
infrastruktur-kemantapan-jalan          jalan_baik + jalan_sedang / jalan_kewenangan
infrastruktur-air-minum-layak           terlayani / rumah_tangga
infrastruktur-air-minum-perpipaan       terlayani / rumah_tangga
infrastruktur-sanitasi-layak-aman       sanitasi_layak_aman / rumah_tangga
infrastruktur-hunian-layak              hunian_layak / rumah_tangga
infrastruktur-irigasi-terairi           luas_terairi / luas_irigasi
infrastruktur-irigasi-faktor-cukup      fpr_cukup / daerah_irigasi
infrastruktur-perlengkapan-jalan        terpasang / dibutuhkan
infrastruktur-rasio-elektrifikasi       berlistrik / rumah_tangga
infrastruktur-layanan-persampahan       sampah_ditangani / timbulan_sampah
lingkungan-spm-bencana                  terlayani / berhak
lingkungan-penyelesaian-pelanggaran-k3  diselesaikan / pelanggaran
lingkungan-desa-tangguh-bencana         desa_terlatih / desa
lingkungan-waktu-tanggap-kebakaran      tepat_waktu / kebakaran_wmk
lingkungan-cakupan-kebakaran            luas_wmk / luas_wilayah
lingkungan-kebakaran-ditangani          ditangani / terjadi
lingkungan-pengaduan-ditindaklanjuti    ditindaklanjuti / diterima
tata-kelola-ktp-elektronik              ktp_terbit / wajib_ktp
tata-kelola-kartu-keluarga              kk_terbit / keluarga
tata-kelola-akta                        akta_terbit / penduduk
tata-kelola-partisipasi-pemilih         memilih / dpt
tata-kelola-iku-tercapai                tercapai / bertarget
tata-kelola-kepatuhan-sop               patuh / dinilai
tata-kelola-utilisasi-sarpras           digunakan / tercatat
tata-kelola-bmn-siap-pakai              baik + rusak_ringan_berfungsi / tercatat
tata-kelola-digitalisasi-proses         digital / proses_inti
tata-kelola-layanan-sla                 sesuai_sla / diminta
tata-kelola-hukuman-disiplin            dihukum / pegawai
tata-kelola-penegakan-perda             diselesaikan / dilaporkan
perguruan-tinggi-luaran-kerja-sama      luaran / kerja_sama
perguruan-tinggi-keterlibatan-sdgs      sdg_wajib + sdg_pilihan / program_sdgs
"""
# What grows: this year's figure and the one before.
GROWTH = """
ekonomi-laju-pertumbuhan      pdrb pdrb_sebelumnya
ekonomi-inflasi               ihk ihk_sebelumnya
ekonomi-pertumbuhan-investasi investasi investasi_sebelumnya
"""
# Weighted parts, and by what their weighted sum is divided.
COMPOSITES = """
lingkungan-iklh@1.0.0 indeks_air 30 indeks_udara 30 indeks_tutupan_lahan 40 / 100
lingkungan-iklh@2.0.0 indeks_air 376 indeks_udara 405 indeks_lahan 219 / 1000
infrastruktur-indeks-jalan-jembatan persentase_jalan 1 persentase_jembatan 1 / 2
tata-kelola-demokrasi@1.0.0 kebebasan_sipil 327 hak_politik 413 lembaga_demokrasi 260 / 1000
tata-kelola-demokrasi@2.0.0 kebebasan 309 kesetaraan 376 kapasitas_lembaga 315 / 1000
tata-kelola-pengadaan skor_sistem 1 skor_sdm 1 skor_ukpbj 1 / 1
tata-kelola-kualitas-kebijakan profil 10 perencanaan 20 implementasi 25 evaluasi 30 transparansi 15 / 100
tata-kelola-reformasi-hukum harmonisasi 25 perancang 25 deregulasi 35 database 15 / 100
tata-kelola-sistem-merit kebutuhan 20 pengadaan 10 karier 25 promosi 10 kinerja 15 \
penggajian 10 perlindungan 5 sistem_informasi 5 / 400
tata-kelola-profesionalitas-asn kualifikasi 20 kompetensi 40 kinerja 30 disiplin 10 / 100
tata-kelola-profesionalitas-asn-bkn kualifikasi 25 kompetensi 40 kinerja 30 disiplin 5 / 100
tata-kelola-perencanaan-pembangunan integrasi 54 sinkronisasi 36 keterkaitan 10 / 100
"""


def total(values: Iterator[Fraction] | Sequence[Fraction]) -> Fraction:
    """A sum of fractions."""
    return sum(values, Fraction(0))


def ratio(parts: Sequence[str], whole: str, base: int) -> Compute:
    """Parts over the whole, times the base."""
    return lambda given: {
        "result": total([Fraction(given[part]) for part in parts]) / Fraction(given[whole]) * base
    }


def growth(now: str, before: str) -> Compute:
    """The change over the figure of the year before."""
    return lambda given: {
        "result": (Fraction(given[now]) - Fraction(given[before])) / Fraction(given[before]) * 100
    }


def composite(weights: dict[str, int], divisor: int) -> Compute:
    """A weighted sum of parts over a divisor."""
    return lambda given: {"result": total([Fraction(given[k]) * w for k, w in weights.items()]) / divisor}


def listed() -> Iterator[tuple[str, Compute]]:
    """The rules of the three lists above, with their calculation."""
    for line in RATIOS.strip().splitlines():
        left, _, right = line.partition("/")
        name, *parts = left.replace("+", "").split()
        whole, *base = right.split()
        yield name, ratio(parts, whole, int(base[0]) if base else 100)
    for line in GROWTH.strip().splitlines():
        name, now, before = line.split()
        yield name, growth(now, before)
    for line in COMPOSITES.strip().splitlines():
        left, _, divisor = line.rpartition("/")
        name, *parts = left.split()
        weights = dict(zip(parts[::2], map(int, parts[1::2]), strict=True))
        yield name, composite(weights, int(divisor))
