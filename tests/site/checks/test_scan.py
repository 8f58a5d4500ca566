"""A built page as the checks see it."""

from __future__ import annotations

from sakip_rules.site.checks import scan

PAGE = """<head><link rel="canonical" href="https://x.example/a"><link rel="stylesheet" href="../a.css">
<style>b { background: url('c.png') }</style></head>
<h1 id="luar">Luar</h1><main id="isi"><h1 id="a&amp;b">Judul</h1><p>Satu <code>{kode}</code> dua</p>
<!-- {{ x }} -->
<h2 id="ini">Ini</h2><img src="d.png" alt="e"><p>lihat <a class="x" href="../b/#c?d&amp;e">sini</a></p>
<script>const id = "f"; "<a href='g'>"</script><div class="z" lang="en"><p>the words</p></div>tiga</main>"""


def test_raw_html_is_seen() -> None:
    """Ids, links, what is fetched, headings and words, each where a browser would see it."""
    page = scan(PAGE, "a/", "a.md", "id")
    assert page.ids == ["luar", "isi", "a&b", "ini"]
    assert page.links == {"../b/#c?d&e"}
    assert page.assets == {"../a.css", "c.png", "d.png"}
    assert page.levels == [1, 2]
    assert page.text.split("\n") == ["Judul", "Satu dua", "Ini", "lihat sini", "tiga"]
