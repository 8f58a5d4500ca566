"""The plugin `sakip` of MkDocs: adds the pages made from rules, gives every page its language and place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from mkdocs.config import base
from mkdocs.config import config_options as opt
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.utils import write_file

from sakip_rules.languages import LANGUAGES, preferred, say
from sakip_rules.site.checks import findings_of, scan
from sakip_rules.site.content import ids_of, with_anchors, with_boxes, with_languages
from sakip_rules.site.context import SiteView
from sakip_rules.site.home import common_pages
from sakip_rules.site.made import RulesHaveErrorsError, is_made, made_texts, read_made
from sakip_rules.site.places import language_of
from sakip_rules.site.search import search_script
from sakip_rules.site.tools import tool_files
from sakip_rules.site.words import words_in

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

    from sakip_rules.languages import Pair
    from sakip_rules.pages import AddressStyle
    from sakip_rules.site.checks import ScannedPage
    from sakip_rules.site.made import MadeSource

_log: Final = get_plugin_logger("sakip")
STALE: Final[Pair] = (
    "dibuat dari aturan yang sudah berubah; hapus, atau jalankan lagi `sakip docs`",
    "made from rules that have changed; remove it, or run `sakip docs` again",
)
_EXTENSIONS: Final = ("attr_list", "def_list", "md_in_html")
"""What pages written by hand may use beside MkDocs' own three."""


class SiteOptions(base.Config):  # type: ignore[no-untyped-call]  # MkDocs has no types there
    """The options of the plugin."""

    rules = opt.ListOfItems(opt.Dir(exists=True), default=[])
    """Folders of rules of one's own."""
    reports = opt.ListOfItems(opt.File(exists=True), default=[])
    """Reports that get pages: computed, explained, their printed figures beside the recomputed ones."""
    bundled = opt.Type(bool, default=True)
    """Whether the site is about the bundled rules too."""
    languages = opt.ListOfItems(opt.Choice(LANGUAGES), default=list(LANGUAGES))
    """The languages of the made pages."""
    workbench = opt.Optional(opt.Type(str))
    """A folder that `python -m sakip_rules.site.workbench` filled, beside the settings; without it the
    workbench page says that its engine is not installed."""
    one_language = opt.Optional(opt.PathSpec())
    """Pages written by hand that are there in one language only, as patterns of paths."""


class SakipPlugin(BasePlugin[SiteOptions]):  # type: ignore[no-untyped-call]  # as above
    """Adds the pages made from rules, gives every page its language and its place."""

    _made: dict[str, MadeSource]
    _scanned: list[ScannedPage]
    _view: SiteView

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Lets pages written by hand use what the theme can show."""
        missing = [name for name in _EXTENSIONS if name not in config.markdown_extensions]
        config.markdown_extensions = [*config.markdown_extensions, *missing]
        return config

    def on_serve(self, server: LiveReloadServer, **_: object) -> LiveReloadServer:
        """Builds again when a rule changes."""
        for folder in self.config.rules:
            server.watch(folder)
        return server

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Adds the made pages; one written by hand on the same path takes the place of a made one."""
        style: AddressStyle = "directories" if config.use_directory_urls else "files"
        try:
            texts = made_texts(
                self.config.rules,
                Path(config.docs_dir),
                style,
                bundled=self.config.bundled,
                reports=self.config.reports,
            )
        except RulesHaveErrorsError as error:
            raise PluginError(str(error)) from error
        texts = {**common_pages(config.site_name), **texts}
        for tool in tool_files(config, self._engine(config), [Path(file) for file in self.config.reports]):
            files.append(tool)
        self._made, self._scanned = {}, []
        wanted = {path: text for path, text in texts.items() if language_of(path) in self.config.languages}
        self._drop_written(files, wanted)
        for path, text in wanted.items():
            if files.get_file_from_path(path) is None:
                self._add(path, text, files, config)
        return files

    def _drop_written(self, files: Files, wanted: Mapping[str, str]) -> None:
        """Leaves out pages that `sakip docs` once wrote into the folder; tells of stale ones."""
        for file in list(files.documentation_pages()):
            text = file.content_string
            if is_made(text):
                files.remove(file)
                if wanted.get(file.src_uri) != text:
                    _log.warning("%s: %s", file.src_uri, say(STALE, preferred()))

    def _add(self, path: str, text: str, files: Files, config: MkDocsConfig) -> None:
        if (source := read_made(text)) is not None:
            self._made[path] = source
        files.append(File.generated(config, path, content=text, inclusion=InclusionLevel.NOT_IN_NAV))

    def _engine(self, config: MkDocsConfig) -> Path | None:
        named = self.config.workbench
        return None if named is None else Path(config.config_file_path).parent / named

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Divides the navigation by language, when the titles of all pages are known."""
        self._view = SiteView(nav, files, config)
        return nav

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str | None:
        """Spares a made page from being read as Markdown."""
        del config
        return "" if page.file.src_uri in self._made else None

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Gives a made page what stood before its HTML."""
        del config, files
        if (made := self._made.get(page.file.src_uri)) is not None:
            page.meta = dict(made.front)
        return markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Gives every page anchors on its headings and boxes around its tables."""
        del config, files
        path = page.file.src_uri
        if (made := self._made.get(path)) is not None:
            html = with_boxes(made.html)
            page.present_anchor_ids = ids_of(html)
        else:
            html = with_boxes(html if language_of(path) == "en" else with_languages(html))
        return with_anchors(html, words_in(language_of(path))["anchor"])

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Gives the templates the language, the words, and where the page stands."""
        del config, nav
        return _with(context, self._view.of_page(page))

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Keeps what the checks need of a page."""
        del config
        path = page.file.src_uri
        self._scanned.append(scan(output, page.url, path, page.meta.get("lang", language_of(path))))
        return output

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Writes what the search reads, and looks over the site: each finding is a warning of MkDocs."""
        for lang in self.config.languages:
            script = search_script(self._view.pages.values(), lang)
            write_file(script.encode(), str(Path(config.site_dir, "search", f"{lang}.js")))
        for finding in findings_of(self._scanned, self._view.urls, self._is_alone):
            _log.warning(finding.told(preferred()))

    def _is_alone(self, path: str) -> bool:
        alone = self.config.one_language
        return len(self.config.languages) == 1 or (alone is not None and alone.match_file(path))

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Gives a page that belongs to no file, such as the one of an error, the same."""
        del template_name, config
        return _with(context, self._view.of_no_page())


def _with(context: TemplateContext, more: Mapping[str, Any]) -> TemplateContext:
    cast("dict[str, Any]", context).update(more)  # its type knows the names of MkDocs' own only
    return context
