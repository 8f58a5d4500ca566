/* A plain text area with line numbers, and marks below the words that a diagnostic means. */
"use strict";

(() => {
  const INDENT = "  ";

  function element(name, classes, ...children) {
    const made = document.createElement(name);
    if (classes) made.className = classes;
    made.append(...children);
    return made;
  }

  /** The place in a text of a line and column, both counted from 1; columns count characters, not UTF-16 units. */
  function offsetOf(text, line, column) {
    let start = 0;
    for (let passed = 1; passed < line; passed += 1) {
      const end = text.indexOf("\n", start);
      if (end < 0) return text.length;
      start = end + 1;
    }
    const end = text.indexOf("\n", start);
    const characters = [...text.slice(start, end < 0 ? text.length : end)];
    return start + characters.slice(0, column - 1).join("").length;
  }

  class Editor {
    constructor(label) {
      this.area = element("textarea", "editor__text");
      Object.assign(this.area, { spellcheck: false, wrap: "off", autocapitalize: "off", autocomplete: "off" });
      this.area.setAttribute("aria-label", label);
      this.numbers = element("pre", "editor__numbers");
      this.shade = element("pre", "editor__shade");
      for (const layer of [this.numbers, this.shade]) layer.setAttribute("aria-hidden", "true");
      this.box = element("div", "editor", this.numbers, element("div", "editor__page", this.shade, this.area));
      this.found = [];
      this.changed = () => {};
      this.area.addEventListener("input", () => this.retouch([]));
      this.area.addEventListener("scroll", () => this.scrolled());
      this.area.addEventListener("keydown", (event) => this.pressed(event));
    }

    get text() {
      return this.area.value;
    }

    set text(text) {
      this.area.value = text;
      this.area.scrollTop = 0;
      this.retouch([]);
    }

    retouch(found) {
      this.mark(found);
      this.changed();
    }

    /** Shows where diagnostics point. */
    mark(found) {
      this.found = found.filter((each) => each.line !== null);
      const wrong = new Map(this.found.map((each) => [each.line, each.severity]));
      const lines = this.text.split("\n").map((_, index) => {
        const line = element("span", wrong.has(index + 1) ? `editor__line--${wrong.get(index + 1)}` : "", `${index + 1}\n`);
        return line;
      });
      this.numbers.replaceChildren(...lines);
      this.shade.replaceChildren(...this.shaded());
      this.scrolled();
    }

    shaded() {
      const spans = this.found
        .filter((each) => each.width)
        .map((each) => this.span(each))
        .sort((one, other) => one.start - other.start);
      const parts = [];
      let at = 0;
      for (const { start, end, severity } of spans) {
        if (start < at) continue; // two diagnostics about one word: one mark is enough
        parts.push(this.text.slice(at, start), element("mark", `editor__mark--${severity}`, this.text.slice(start, end)));
        at = end;
      }
      return [...parts, `${this.text.slice(at)}\n`];
    }

    span({ line, column, width, severity }) {
      const start = offsetOf(this.text, line, column);
      return { start, end: Math.min(offsetOf(this.text, line, column + width), this.text.length), severity };
    }

    scrolled() {
      const { scrollTop, scrollLeft } = this.area;
      this.numbers.scrollTop = scrollTop;
      this.shade.scrollTop = scrollTop;
      this.shade.scrollLeft = scrollLeft;
    }

    /** Enter keeps the indentation; Tab stays what it is on a page: it leads to the next control. */
    pressed(event) {
      if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.isComposing) return;
      const before = this.text.slice(0, this.area.selectionStart);
      const line = before.slice(before.lastIndexOf("\n") + 1);
      const deeper = /[:|>-]\s*$/.test(line) && line.trim() ? INDENT : "";
      event.preventDefault();
      this.put(`\n${/^ */.exec(line)[0]}${deeper}`);
    }

    put(text) {
      this.area.focus();
      // The old command keeps the browser's own undo; where it is gone the text is set.
      if (!document.execCommand("insertText", false, text)) {
        this.area.setRangeText(text, this.area.selectionStart, this.area.selectionEnd, "end");
        this.retouch([]);
      }
    }

    /** Puts the cursor on what a diagnostic means. */
    go(diagnostic) {
      const start = offsetOf(this.text, diagnostic.line, diagnostic.column);
      this.area.focus();
      this.area.setSelectionRange(start, diagnostic.width ? this.span(diagnostic).end : start);
      const height = this.area.scrollHeight / this.text.split("\n").length;
      this.area.scrollTop = Math.max(0, (diagnostic.line - 4) * height);
    }

    mend(diagnostic) {
      this.go(diagnostic);
      this.put(diagnostic.mend);
    }
  }

  window.SakipEditor = Editor;
})();
