"""The calculator as one classic script: the JavaScript runtime, the words of the engine, and the form.

A browser loads no modules from a folder on a disk (`file://`), so all modules stand in one function that is
called once, each after those that it needs. No bundler is needed: the runtime's modules import by name, from
beside them, without circles, and none of them declares a name that another has. Of the package a page needs
`rules.js`: its plans are those of one stretch of years, so it chooses no version.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from importlib import resources
from pathlib import Path
from typing import Any, Final, TypeAlias

import yaml

from sakip_rules.languages import LANGUAGES, Language, say
from sakip_rules.wording.terms import ABSENT_WORDS, POLARITY_WORDS, REASON_WORDS, UNIT_NAMES

ENTRY: Final = "rules.js"
_IMPORT: Final = re.compile(r'^import \{\s*(\w+(?:,\s*\w+)*),?\s*\} from "\./([a-z-]+\.js)";\n', re.MULTILINE)
_EXPORT: Final = re.compile(r"^export (?=(?:function|class|const) (\w+))", re.MULTILINE)
_LISTED: Final = re.compile(r"^export \{([\w\s,]*)\};\n", re.MULTILINE)
_DECLARED: Final = re.compile(r"^(?:export )?(?:function|class|const|let) (\w+)", re.MULTILINE)
_STRANGE: Final = re.compile(r"^(?:import|export|(?:const|let|var) [{\[])", re.MULTILINE)
_PARTS: Final = ("form.js", "calculator.js")
_COMMENT: Final = re.compile(r"^ */\*.*?\*/\n|(?<=[;{,]) // [^\n]*", re.MULTILINE | re.DOTALL)
_TEXT: Final = r'"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`'
_BEFORE: Final = r"(?:(?<=[(,=\[:!&|?])|(?<=[(,=\[:!&|?]\s))"
_PATTERN: Final = rf"{_BEFORE}/(?![/*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n\[])+/"
"""A regular expression, by what stands before it: behind a name or a bracket, `/` divides."""
_BLANK: Final = re.compile(rf"(?P<kept>{_TEXT}|{_PATTERN})|\s+")
_UNSEEN: Final = re.compile(r"\$\{[^}`]*`|\breturn /|//")
"""A text within a text, and what `_PATTERN` and `_COMMENT` do not see."""
_WORDS: Final = re.compile(r"[\w$#]{2}|\+\+|--")
"""What stands on both sides of a blank that must stay."""


Said: TypeAlias = "str | dict[str, Said]"
"""A text, or texts by their keys."""


class ScriptError(Exception):
    """A module of the runtime is not written as this file reads it."""


def calculator_script() -> str:
    """Gives the script that every page with a calculator loads; raises `ScriptError`."""
    here = resources.files(__package__)
    parts = [(here / name).read_text(encoding="utf-8") for name in _PARTS]
    words = json.dumps({lang: _words(lang) for lang in LANGUAGES}, ensure_ascii=False, separators=(",", ":"))
    return "\n".join([bundled(runtime_folder()), f"window.SakipWords = {words};", *map(lean, parts)])


def runtime_folder() -> Path:
    """Gives the folder of the runtime's modules: beside the package's code, or in its repository."""
    inside = Path(__file__).with_name("runtime")
    return inside if inside.is_dir() else Path(__file__).parents[4] / "runtimes" / "javascript" / "src"


def bundled(folder: Path) -> str:
    """Gives the modules of a folder as one script that sets `Sakip`; raises `ScriptError`."""
    texts = {file.name: file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.js"))}
    names = _ordered(texts)
    _check_declared([name for module in names for name in _DECLARED.findall(texts[module])])
    body = lean("".join(_body(name, texts[name]) for name in names))
    given = ", ".join(_given(texts[ENTRY]))
    return f'"use strict";\nwindow.Sakip = (() => {{\n{body}return {{ {given} }};\n}})();'


def lean(script: str) -> str:
    """Gives a script without comments, and without blanks that no browser needs; raises `ScriptError`."""
    text = uncommented(script)
    unseen = _UNSEEN.search(text)
    if unseen:
        raise ScriptError(f"written in a form that this file does not read: {unseen[0]}")

    def kept(blank: re.Match[str]) -> str:
        around = text[blank.start() - 1 : blank.start()] + text[blank.end() : blank.end() + 1]
        return blank["kept"] or (" " if _WORDS.fullmatch(around) else "")

    return _BLANK.sub(kept, text)


def uncommented(script: str) -> str:
    """Gives a script without its comments."""
    return _COMMENT.sub("", script)


def _ordered(texts: dict[str, str]) -> list[str]:
    """Gives the modules that the entry needs, each after those that it imports."""
    done: dict[str, None] = {}
    agenda: list[tuple[str, bool]] = [(ENTRY, False)]
    open_modules: set[str] = set()
    while agenda:
        name, is_left = agenda.pop()
        if is_left:
            open_modules.discard(name)
            done[name] = None
        elif name in open_modules or name not in texts:
            raise ScriptError(f"{name}: imported in a circle, or not there")
        elif name not in done:
            open_modules.add(name)
            agenda.append((name, True))
            agenda += [(needed, False) for _, needed in _IMPORT.findall(texts[name]) if needed not in done]
    return list(done)


def _check_declared(names: list[str]) -> None:
    twice = sorted(name for name, count in Counter(names).items() if count > 1)
    if twice:
        raise ScriptError(f"declared in more than one module: {', '.join(twice)}")


def _body(name: str, text: str) -> str:
    """Gives what a module does, without what it imports and exports."""
    body = _LISTED.sub("", _EXPORT.sub("", _IMPORT.sub("", text)))
    if _STRANGE.search(body):
        raise ScriptError(f"{name}: imports, exports or declares in another form than this file reads")
    return body


def _given(text: str) -> list[str]:
    """Gives the names that a module exports."""
    listed = [word.strip() for group in _LISTED.findall(text) for word in group.split(",")]
    return [*_EXPORT.findall(text), *filter(None, listed)]


def _words(lang: Language) -> dict[str, Any]:
    """Gives what the calculator says in a language; what the engine has words for is said in those."""
    own = yaml.safe_load((resources.files(__package__) / "words.yaml").read_text(encoding="utf-8"))
    absent = {word: say(pair, lang) for word, pair in ABSENT_WORDS.items()}
    return {
        **{key: _said(value, lang) for key, value in own.items()},
        "absent": [[word, text] for word, text in absent.items() if word != "not_computable"],
        "statuses": {**absent, "error": absent["not_computable"]},
        "reasons": {reason: say(pair, lang) for reason, pair in REASON_WORDS.items()},
        "units": {unit: say(pair, lang) for unit, pair in UNIT_NAMES.items() if say(pair, lang) != unit},
        "polarities": [[code, say(pair, lang)] for code, pair in POLARITY_WORDS.items()],
    }


def _said(value: Said, lang: Language) -> Said:
    """Gives a text of the file in a language, or a map of such texts."""
    if isinstance(value, str):
        return value
    if set(value) == set(LANGUAGES):
        return value[lang]
    return {key: _said(inner, lang) for key, inner in value.items()}
