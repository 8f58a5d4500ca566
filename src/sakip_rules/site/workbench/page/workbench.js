/* The workbench page: texts in an editor, what the engine in the worker says of them, links and files. */
"use strict";

(() => {
  const WAIT = 350; // milliseconds without a key before the engine is asked
  const TEXTS = {
    id: {
      rule: "Aturan", report: "Laporan", start: "Mulai dari aturan", open: "Buka", sample: "Buka laporan contoh 2020",
      save: "Simpan berkas", share: "Salin tautan", copied: "Tautan disalin. Isinya ada di tautan itu sendiri.",
      long: "Teks ini terlalu panjang untuk tautan; simpan berkasnya.",
      run: "Periksa", asleep: "Mesin belum dimuat. Ia dimuat sekali (± 11 MB) saat Anda memilih kotak teks atau menekan Periksa.",
      loading: "Memuat mesin aturan …", engine: "Menyiapkan mesin aturan …", looking: "Memeriksa …",
      ready: "Tidak ada yang keluar dari peramban ini.",
      missing: "Bagian ini tidak dipasang di situs ini. Pasang sakip-rules di komputer Anda; perintah sakip check memberi pesan yang sama.",
      fault: "Mesin berhenti: ", messages: "Pesan", none: "Tidak ada yang salah.", line: "baris", mend: "Ganti dengan",
      unknown: "Tidak ada aturan bawaan dengan nama itu.", results: "Hasil", examples: "Contoh", described: "Penjelasan",
      passed: "cocok", failed: "berbeda", item: "Uraian", value: "Nilai", status: "Keadaan", explain: "Jelaskan",
      audit: "Angka tercetak", figure: "Angka", printed: "Tercetak", recomputed: "Hitung ulang", verdict: "Putusan", cause: "Sebab",
      edit: "Teks", about: "arti pesan ini", where: "Tempat", remark: "Keterangan",
    },
    en: {
      rule: "Rule", report: "Report", start: "Start from a rule", open: "Open", sample: "Open the sample report of 2020",
      save: "Save file", share: "Copy link", copied: "Link copied. The text is in the link itself.",
      long: "This text is too long for a link; save the file.",
      run: "Check", asleep: "The engine is not loaded. It is loaded once (about 11 MB) when you go to the text box or press Check.",
      loading: "Loading the rules engine …", engine: "Preparing the rules engine …", looking: "Checking …",
      ready: "Nothing leaves this browser.",
      missing: "This part is not installed on this site. Install sakip-rules on your computer; the command sakip check gives the same messages.",
      fault: "The engine stopped: ", messages: "Messages", none: "Nothing is wrong.", line: "line", mend: "Replace by",
      unknown: "There is no bundled rule of that name.", results: "Results", examples: "Examples", described: "Explanation",
      passed: "as expected", failed: "differs", item: "Item", value: "Value", status: "Status", explain: "Explain",
      audit: "Printed figures", figure: "Figure", printed: "Printed", recomputed: "Recomputed", verdict: "Verdict", cause: "Cause",
      edit: "Text", about: "what this message means", where: "Place", remark: "Remark",
    },
  };

  function element(name, properties = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(properties)) {
      if (key in made) made[key] = value;
      else made.setAttribute(key, value);
    }
    made.append(...children.filter((child) => child !== null));
    return made;
  }

  function table(heads, rows) {
    const head = element("tr", {}, ...heads.map((text) => element("th", { scope: "col" }, text)));
    const body = rows.map((cells) => element("tr", {}, ...cells.map((cell) => element("td", {}, cell ?? "–"))));
    const made = element("table", {}, element("thead", {}, head), element("tbody", {}, ...body));
    return element("div", { className: "table", tabIndex: 0, role: "region", "aria-label": heads.join(", ") }, made);
  }

  /** The worker: requests are answered one after the other; of several looks that wait only the last is asked. */
  class Engine {
    constructor(assets, script, told) {
      this.told = told;
      this.waiting = new Map();
      this.number = 0;
      this.worker = new Worker(script, { type: "module", name: assets });
      this.worker.onmessage = ({ data }) => this.heard(data);
      this.worker.onerror = (event) => told({ failed: event.message || "worker" });
    }

    heard(data) {
      if (data.number === undefined) return this.told(data);
      const { resolve, reject } = this.waiting.get(data.number);
      this.waiting.delete(data.number);
      return data.fault === undefined ? resolve(data.answer) : reject(new Error(data.fault));
    }

    ask(request) {
      this.number += 1;
      const number = this.number;
      return new Promise((resolve, reject) => {
        this.waiting.set(number, { resolve, reject });
        this.worker.postMessage({ number, request });
      });
    }
  }

  async function squeezed(text) {
    const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
    const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
    const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
    return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  }

  async function unsqueezed(letters) {
    const bytes = Uint8Array.from(atob(letters.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    return new Response(stream).text();
  }

  const LONGEST_LINK = 30_000; // what mail programs and chats still carry

  class Workbench {
    constructor(place) {
      this.place = place;
      this.lang = document.documentElement.lang === "en" ? "en" : "id";
      this.words = TEXTS[this.lang];
      this.assets = new URL(place.dataset.assets, document.baseURI).href;
      this.at = "rule";
      this.texts = { rule: place.querySelector("[data-start=rule]").textContent.trimStart(), report: place.querySelector("[data-start=report]").textContent.trimStart() };
      this.engine = null;
      this.asked = 0;
    }

    build() {
      const { words } = this;
      this.state = element("p", { className: "workbench__state", role: "status" }, words.asleep);
      this.tabs = ["rule", "report"].map((name) => this.tab(name));
      this.editor = new window.SakipEditor(words.edit);
      this.editor.changed = () => this.typed();
      this.editor.area.addEventListener("focus", () => this.wake()); // it is there when the first words are
      this.messages = element("section", { className: "workbench__messages", "aria-label": words.messages });
      this.results = element("section", { className: "workbench__results", "aria-label": words.results });
      this.place.replaceChildren(
        element("div", { className: "workbench__tabs", role: "tablist" }, ...this.tabs),
        this.bar(), this.state, this.editor.box, this.messages, this.results,
      );
      this.show("rule");
    }

    tab(name) {
      const made = element("button", { type: "button", role: "tab", onclick: () => this.show(name) }, this.words[name]);
      made.dataset.tab = name;
      return made;
    }

    bar() {
      const { words } = this;
      this.names = element("datalist", { id: "workbench-rules" });
      this.name = element("input", { id: "workbench-name", type: "search", placeholder: "nasional/…", autocomplete: "off" });
      this.name.setAttribute("list", "workbench-rules");
      this.name.addEventListener("focus", () => this.wake());
      const button = (text, work) => element("button", { type: "button", onclick: work }, text);
      const form = element(
        "form", { className: "workbench__open" },
        element("label", { htmlFor: "workbench-name" }, words.start), this.name, element("button", {}, words.open), this.names,
      );
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.open(this.name.value.trim());
      });
      const sample = this.place.dataset.sample ? button(words.sample, () => this.openSample()) : null;
      const others = element(
        "div", { className: "workbench__actions" },
        button(words.run, () => this.look()), sample, button(words.save, () => this.save()), button(words.share, () => this.share()),
      );
      return element("div", { className: "workbench__bar" }, form, others);
    }

    show(name) {
      if (this.editor.text) this.texts[this.at] = this.editor.text;
      this.at = name;
      for (const tab of this.tabs) tab.setAttribute("aria-selected", String(tab.dataset.tab === name));
      this.clear();
      const changed = this.editor.changed;
      this.editor.changed = () => {};
      this.editor.text = this.texts[name];
      this.editor.changed = changed;
      if (this.engine !== null) this.look();
    }

    clear() {
      this.messages.replaceChildren();
      this.results.replaceChildren();
    }

    say(text) {
      this.state.textContent = text;
    }

    /** Loads the engine, once. */
    wake() {
      if (this.engine !== null) return;
      this.say(this.words.loading);
      this.engine = new Engine(this.assets, new URL(this.place.dataset.worker, document.baseURI), (data) => this.told(data));
      this.engine.ask({ do: "list", lang: this.lang }).then(({ rules }) => {
        this.names.replaceChildren(...rules.map((value) => element("option", { value })));
      }, () => {});
    }

    told(data) {
      if (data.failed !== undefined) this.fail();
      else if (data.stage === "engine") this.say(this.words.engine);
      else if (data.stage === "ready") this.say(this.words.ready);
    }

    fail() {
      this.say(this.words.missing);
      this.place.classList.add("workbench--missing");
    }

    typed() {
      this.texts[this.at] = this.editor.text;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.look(), WAIT);
    }

    async look() {
      clearTimeout(this.timer);
      this.wake();
      this.asked += 1;
      const asked = this.asked;
      this.texts[this.at] = this.editor.text;
      try {
        const answer = await this.engine.ask({ do: "look", lang: this.lang, at: this.at, ...this.texts });
        if (asked === this.asked) this.answered(answer);
      } catch (error) {
        this.say(this.words.fault + error.message);
      }
    }

    answered(answer) {
      this.say(this.words.ready);
      this.editor.mark(answer.diagnostics);
      this.messages.replaceChildren(element("h2", {}, this.words.messages), this.listed(answer.diagnostics));
      this.results.replaceChildren(...this.resulting(answer));
    }

    listed(diagnostics) {
      if (diagnostics.length === 0) return element("p", { className: "workbench__fine" }, this.words.none);
      return element("ul", {}, ...diagnostics.map((each) => this.message(each)));
    }

    message(diagnostic) {
      const { words } = this;
      const place = diagnostic.line === null || diagnostic.line === undefined ? null
        : element("button", { type: "button", className: "link", onclick: () => this.editor.go(diagnostic) }, `${words.line} ${diagnostic.line}`);
      const mend = diagnostic.mend === undefined ? null
        : element("button", { type: "button", className: "workbench__mend", onclick: () => this.editor.mend(diagnostic) }, `${words.mend} ${diagnostic.mend}`);
      const code = element("a", { href: new URL(`${this.place.dataset.codes}${diagnostic.code}${this.place.dataset.ending}`, document.baseURI).href, title: words.about }, diagnostic.code);
      return element(
        "li", { className: `diagnostic diagnostic--${diagnostic.severity}` },
        element("p", {}, code, " · ", ...(place === null ? [] : [place, " · "]), diagnostic.message),
        diagnostic.hint ? element("p", { className: "diagnostic__hint" }, diagnostic.hint) : null,
        mend,
      );
    }

    resulting(answer) {
      if (answer.report !== undefined) return [...this.reported(answer.report), ...this.audited(answer.audit)];
      if (answer.description !== undefined) return [...this.examined(answer.examples), ...this.described(answer.description)];
      return [];
    }

    examined({ examples }) {
      if (examples.length === 0) return [];
      const { words } = this;
      const rows = examples.map(({ title, passed, diagnostics }) => [
        title, passed ? words.passed : words.failed, diagnostics.map(({ message }) => message).join(" "),
      ]);
      return [element("h2", {}, words.examples), table([words.examples, words.status, words.cause], rows)];
    }

    described(lines) {
      return [element("h2", {}, this.words.described), this.lines(lines)];
    }

    lines(lines) {
      return element("div", { className: "explanation" }, ...lines.map(({ depth, text, style }) => {
        const line = element("p", { className: `explanation__${style}` }, text);
        line.style.setProperty("--depth", depth);
        return line;
      }));
    }

    reported(report) {
      const { words } = this;
      this.explanation = element("div", { className: "workbench__explanation", role: "status" });
      return [
        element("h2", {}, `${report.title} · ${report.year}`),
        table([words.item, words.figure, words.value, words.remark, words.explain], report.rows.map((row) => this.row(row))),
        this.explanation,
      ];
    }

    row({ path, depth, title, figure, value, unit, remark }) {
      const item = element("span", { className: "workbench__title" }, title);
      item.style.setProperty("--depth", depth);
      if (figure === undefined) return [item, "", "", "", ""];
      const explain = element("button", { type: "button", className: "link", onclick: () => this.explain(path) }, this.words.explain);
      return [item, figure, [value, unit].filter(Boolean).join(" "), remark, explain];
    }

    async explain(path) {
      const { lines } = await this.engine.ask({ do: "explain", lang: this.lang, path });
      this.explanation.replaceChildren(this.lines(lines));
      this.explanation.scrollIntoView({ block: "nearest" });
    }

    audited({ counts, rows }) {
      const { words } = this;
      const cells = rows.map((row) => [`${row.path}:${row.figure}`, row.where, row.printed, row.recomputed, row.said, row.cause]);
      const heads = [words.figure, words.where, words.printed, words.recomputed, words.verdict, words.cause];
      return [element("h2", {}, words.audit), element("p", {}, counts), ...(rows.length === 0 ? [] : [table(heads, cells)])];
    }

    async open(name) {
      if (!name) return;
      this.wake();
      const { text } = await this.engine.ask({ do: "open", lang: this.lang, rule: name });
      if (text === null) this.say(this.words.unknown);
      else this.put("rule", text);
    }

    async openSample() {
      const answer = await fetch(new URL(this.place.dataset.sample, document.baseURI));
      this.put("report", await answer.text());
    }

    put(name, text) {
      this.editor.text = ""; // what stood there is not kept: it was replaced
      this.texts[name] = text;
      this.show(name);
      this.look();
    }

    save() {
      const names = { rule: /^version:\s*(\S+)/m.exec(this.editor.text)?.[1] ?? "1.0.0", report: "laporan" };
      const file = URL.createObjectURL(new Blob([this.editor.text], { type: "application/yaml" }));
      element("a", { href: file, download: `${names[this.at]}.yaml` }).click();
      setTimeout(() => URL.revokeObjectURL(file), 0);
    }

    async share() {
      const link = new URL(location.href);
      link.hash = `${this.at}=${await squeezed(this.editor.text)}`;
      if (link.href.length > LONGEST_LINK) return this.say(this.words.long);
      history.replaceState(null, "", link);
      await navigator.clipboard?.writeText(link.href).catch(() => {});
      return this.say(this.words.copied);
    }

    /** What a link asks for: a text, or a bundled rule by its id. */
    async follow() {
      const [, name, value] = /^#(rule|report|open)=(.*)$/.exec(location.hash) ?? [];
      if (name === "open") return this.open(decodeURIComponent(value));
      if (name === undefined) return undefined;
      return unsqueezed(value).then((text) => this.put(name, text), () => {});
    }
  }

  for (const place of document.querySelectorAll(".workbench")) {
    const workbench = new Workbench(place);
    workbench.build();
    workbench.follow();
  }
})();
