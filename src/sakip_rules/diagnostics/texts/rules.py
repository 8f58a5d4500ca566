"""Texts of the groups scales, tables, weights, rounding, versions, frameworks and examples."""

from typing import Final

from sakip_rules.languages import Pair

RULES: Final[dict[str, tuple[Pair, Pair]]] = {
    "scale-gap": (
        (
            "{witness} tidak masuk rentang mana pun: ada lubang antara {one} dan {other}.",
            "{witness} has no band: there is a hole between {one} and {other}.",
        ),
        (
            (
                "Sambung ujungnya (`from`/`up_to` memuat angkanya, `above`/`below` tidak), bulatkan "
                "dahulu dengan "
                "`rounding`, atau nyatakan `gaps: lower`, `upper` atau `refuse`."
            ),
            (
                "Join the ends (`from`/`up_to` include their number, `above`/`below` do not), round "
                "first with "
                "`rounding`, or state `gaps: lower`, `upper` or `refuse`."
            ),
        ),
    ),
    "scale-overlap": (
        ("{witness} masuk dua rentang: {one} dan {other}.", "{witness} has two bands: {one} and {other}."),
        (
            (
                "Keluarkan angka itu dari salah satunya: `above` menggantikan `from`, atau `below` "
                "menggantikan `up_to`."
            ),
            "Take the number out of one of them: `above` instead of `from`, or `below` instead of `up_to`.",
        ),
    ),
    "scale-domain": (
        (
            "{witness} ada di dalam `domain` tetapi di luar semua rentang.",
            "{witness} is inside the `domain` but outside all bands.",
        ),
        (
            "Perluas rentang ini, atau persempit daerahnya, misalnya `domain: {{from: 0, up_to: 100}}`.",
            "Widen this band, or narrow the domain, such as `domain: {{from: 0, up_to: 100}}`.",
        ),
    ),
    "scale-domain.stated": (
        (
            "{witness} ada di dalam `domain` tetapi di luar semua rentang; yang terdekat {one}.",
            "{witness} is inside the `domain` but outside all bands; the nearest is {one}.",
        ),
        (
            "Perluas rentang ini sampai ujung `domain`, atau persempit `domain` sampai ujung rentang ini.",
            "Widen this band to the end of the `domain`, or narrow the `domain` to the end of this band.",
        ),
    ),
    "scale-domain.band": (
        ("Rentang {one} seluruhnya di luar `domain`.", "Band {one} lies wholly outside the `domain`."),
        ("Hapus rentang itu, atau perluas `domain`.", "Take the band out, or widen the `domain`."),
    ),
    "gaps-unused": (
        ("`gaps` dinyatakan, padahal tidak ada lubang.", "`gaps` is stated, but there is no hole."),
        ("Hapus `gaps`.", "Take `gaps` out."),
    ),
    "empty-band": (
        ("Rentang {one} kosong: tidak ada angka di dalamnya.", "Band {one} is empty: no number lies in it."),
        ("Periksa urutan dan jenis ujungnya.", "Look at the order and the kind of its ends."),
    ),
    "table-ragged": (
        (
            "Baris ini tidak mempunyai kunci yang sama dengan baris pertama: {names}.",
            "This row does not have the keys of the first row: {names}.",
        ),
        (
            "Tulis semua kunci; sel yang tidak ditentukan sumbernya adalah `null`.",
            "Write all keys; a cell that the source leaves undefined is `null`.",
        ),
    ),
    "points-not-ascending": (
        (
            "Titik {code} tidak lebih besar daripada titik sebelumnya.",
            "Point {code} is not larger than the one before.",
        ),
        ("Urutkan titik dari kecil ke besar.", "Sort the points from small to large."),
    ),
    "check-failed.constant": (
        (
            "{message} Syarat {expect} salah, apa pun datanya{values}.",
            "{message} The condition {expect} is false, whatever the data{values}.",
        ),
        ("Perbaiki bobot atau syaratnya.", "Mend the weights or the condition."),
    ),
    "weights-unchecked": (
        ("Jumlah bobot {name} tidak diperiksa.", "The sum of the weights {name} is not checked."),
        (
            "Tambahkan di `checks` syarat bahwa jumlah (`sum`) {name} sama dengan 100.",
            "Add to `checks` the condition that the `sum` of {name} equals 100.",
        ),
    ),
    "rounding-twice": (
        (
            "{rule} sudah membulatkan hasilnya; langkah ini membulatkan sekali lagi.",
            "{rule} already rounds its result; this step would round it again.",
        ),
        ("Hapus `rounding` di langkah ini.", "Take `rounding` out of this step."),
    ),
    "versions-overlap": (
        ("{one} dan {other} sama-sama berlaku pada {day}.", "{one} and {other} are both in force on {day}."),
        (
            "Akhiri yang lama dengan `valid_to`, atau tulis `supersedes` di yang baru.",
            "End the older one with `valid_to`, or write `supersedes` in the newer one.",
        ),
    ),
    "versions-overlap.same": (
        ("{one} ada di dua berkas.", "{one} stands in two files."),
        ("Hapus salah satunya.", "Take one of them away."),
    ),
    "version-gap": (
        (
            "Tidak ada versi yang berlaku dari {first} sampai {last}, di antara {other} dan {one}.",
            "No version is in force from {first} to {last}, between {other} and {one}.",
        ),
        (
            (
                "Tambahkan versi untuk waktu itu, ubah `valid_from` atau `valid_to`, atau tulis sebabnya "
                "di versi ini: `gap: {{id: …, en: …}}`."
            ),
            (
                "Add a version for that time, change `valid_from` or `valid_to`, or write the reason "
                "in this version: `gap: {{id: …, en: …}}`."
            ),
        ),
    ),
    "version-gap.none": (
        (
            "`gap` ditulis, padahal tidak ada celah tepat sebelum {one}.",
            "`gap` is stated, but there is no gap right before {one}.",
        ),
        ("Hapus `gap`.", "Take `gap` out."),
    ),
    "quote-missing": (
        (
            "Dasar hukum {name} disebut `quoted`, tetapi kutipannya tidak ada.",
            "Legal basis {name} is said to be `quoted`, but there is no quote.",
        ),
        (
            (
                "Salin satu bagian kata demi kata ke `quote`, atau ganti kepastiannya menjadi `applied` "
                "atau `recalled`."
            ),
            "Copy one passage word for word into `quote`, or make the confidence `applied` or `recalled`.",
        ),
    ),
    "not-yet-in-force": (
        (
            "{name} belum berlaku pada {day}; yang terdekat {later}.",
            "{name} is not yet in force on {day}; the nearest is {later}.",
        ),
        (
            "Pakai tahun yang tercakup, atau versi tetap `…@x.y.z`.",
            "Use a year that it covers, or a pinned version `…@x.y.z`.",
        ),
    ),
    "no-longer-in-force": (
        (
            "{name} tidak berlaku lagi pada {day}; yang terdekat {earlier}.",
            "{name} is no longer in force on {day}; the nearest is {earlier}.",
        ),
        (
            "Pakai tahun yang tercakup, atau versi tetap `…@x.y.z`.",
            "Use a year that it covers, or a pinned version `…@x.y.z`.",
        ),
    ),
    "no-longer-in-force.between": (
        (
            "Tidak ada versi {name} yang berlaku pada {day}: sebelumnya {earlier}, sesudahnya {later}.",
            "No version of {name} is in force on {day}: before it {earlier}, after it {later}.",
        ),
        (
            "Pakai tahun yang tercakup, atau versi tetap `…@x.y.z`.",
            "Use a year that one covers, or a pinned version `…@x.y.z`.",
        ),
    ),
    "bundled-hidden": (
        (
            "Aturan {name} juga ada di antara aturan bawaan; semua versi bawaannya tidak dibaca.",
            "There is a bundled rule {name}, too; none of its bundled versions is read.",
        ),
        (
            "Beri id lain bila aturan bawaan tetap diperlukan.",
            "Give it another id if the bundled rule is still needed.",
        ),
    ),
    "pinned-out-of-force": (
        (
            "Versi tetap {name} tidak berlaku pada hari perhitungan.",
            "The pinned version {name} is not in force on the day of computing.",
        ),
        (
            "Pakai versi yang berlaku, atau biarkan bila memang dimaksud.",
            "Use the version in force, or leave it if it is meant so.",
        ),
    ),
    "level-tree.roots": (
        ("Lebih dari satu jenjang tanpa `under`: {names}.", "More than one level without `under`: {names}."),
        (
            "Tepat satu jenjang, yang paling atas, tidak mempunyai `under`.",
            "Exactly one level, the root, has no `under`.",
        ),
    ),
    "level-tree.circle": (
        ("Jenjang saling membawahi: {path}.", "Levels stand under each other: {path}."),
        ("Putuskan lingkaran `under` ini.", "Break this circle of `under`."),
    ),
    "result-missing": (
        (
            "Jenjang {name} tidak mempunyai `capaian` dan tidak menyatakan `result`.",
            "Level {name} has no `capaian` and states no `result`.",
        ),
        ("Tambahkan `result: nama_langkah`.", "Add `result: name_of_a_step`."),
    ),
    "bad-value.from-twice": (
        (
            "{name}: hanya satu masukan sebuah jenjang boleh `from: rule`.",
            "{name}: only one input of a level may be `from: rule`.",
        ),
        ("Hapus salah satunya.", "Take one of them out."),
    ),
    "file-too-large.chain": (
        (
            "Rantai rujukan antaraturan lebih panjang dari {limit}.",
            "A chain of references between rules is longer than {limit}.",
        ),
        ("Gabungkan beberapa aturan.", "Join some of the rules."),
    ),
    "example-differs": (
        ("{what} seharusnya {expected}, hasilnya {found}.", "{what} should be {expected}, but is {found}."),
        (
            "Perbaiki rumusnya, atau contohnya bila sumbernya berkata lain.",
            "Mend the formula, or the example if its source says otherwise.",
        ),
    ),
    "example-differs.rounded": (
        (
            "{what} seharusnya {expected}, hasilnya {found}: sama hanya bila dibulatkan.",
            "{what} should be {expected}, but is {found}: the same only if rounded.",
        ),
        (
            "Angka tercetak yang dibulatkan ditulis dengan `rounding: {{places: {places}}}` pada contohnya.",
            "Write a printed, rounded figure with `rounding: {{places: {places}}}` in its example.",
        ),
    ),
    "example-missing": (
        (
            "Tidak ada contoh tepat pada ujung rentang {number}.",
            "There is no example exactly at the end {number} of a band.",
        ),
        (
            "Tambahkan contoh dengan angka itu sebagai `given`.",
            "Add an example with that number as `given`.",
        ),
    ),
    "bad-value.example-result": (
        (
            "{text} bukan angka, dan bukan rumus dari angka saja.",
            "{text} is neither a number nor a formula of constants.",
        ),
        (
            "Tulis angka, atau misalnya `78.76 / 29.42 * 100`.",
            "Write a number, or for example `78.76 / 29.42 * 100`.",
        ),
    ),
    "bad-value.example-keys": (
        ("`given` harus memberi nilai untuk {keys}.", "`given` must give a value for {keys}."),
        ("Tulis satu nilai untuk tiap kunci tabel.", "Write one value for each key of the table."),
    ),
    "unknown-name.example-step": (
        ("{name} bukan langkah aturan ini.", "{name} is no step of this rule."),
        (
            "Di bawah `steps` sebuah contoh hanya ada nama langkah aturannya.",
            "Under `steps` of an example stand names of steps of its rule only.",
        ),
    ),
    "unknown-name.example-figure": (
        ("{name} bukan nilai rekaman ini pada tahun itu.", "{name} is no value of this record in that year."),
        (
            "Tulis nama masukan atau langkah jenjangnya; tahun lain ditulis `capaian@2019`.",
            "Write the name of an input or step of its level; another year is written `capaian@2019`.",
        ),
    ),
    "unknown-name.path": (
        ("Tidak ada rekaman dengan jalur {name}.", "There is no record with the path {name}."),
        (
            "Jalur ditulis dari id ke id, misalnya `sasaran-1/indikator-1`; akarnya `.`.",
            "A path goes from id to id, such as `sasaran-1/indikator-1`; the root is `.`.",
        ),
    ),
}
