/* The calculator on the page of a rule: what is typed is computed at once, every step with its value. */
"use strict";

(() => {
  const { Fields, element } = window.SakipForm;
  const { formatNumber, loadPlans, SakipError } = window.Sakip;
  const HASH = "#coba?";
  const VALUE = "nilai";
  const NOT_GIVEN = "not_given"; // what a missing value is called that nobody explained

  class Calculator {
    /** Takes the section of a page; `kit` is its JSON: plans for each stretch of years, and the example to start with. */
    constructor(section, kit) {
      this.section = section;
      this.lang = document.documentElement.lang === "en" ? "en" : "id";
      this.words = window.SakipWords[this.lang];
      this.periods = kit.periods;
      this.first = kit.periods.findLastIndex(({ reference }) => reference === kit.here);
      this.keys = kit.keys;
      this.example = kit.example;
    }

    title(pair) {
      return pair[this.lang === "en" ? 1 : 0];
    }

    number(text) {
      return formatNumber(text, this.lang);
    }

    build() {
      const { words } = this;
      this.form = element("form", { className: "calculator__form" });
      this.form.addEventListener("input", () => this.compute());
      this.form.addEventListener("change", () => this.compute());
      this.form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.compute();
        this.result.scrollIntoView({ block: "nearest" });
      });
      this.result = element("output", { className: "calculator__result" });
      this.steps = element("div", { className: "calculator__steps" });
      const share = element("button", { type: "button", onclick: () => this.share() }, words.share);
      const back = element("button", { type: "button", onclick: () => this.start(this.example) }, words.example);
      this.said = element("p", { className: "calculator__said", role: "status" });
      const actions = element("div", { className: "calculator__actions" }, share, back);
      const place = this.section.querySelector(".calculator__place");
      place.replaceChildren(this.form, this.result, this.steps, actions, this.said);
      this.use(this.first);
    }

    /** Shows the fields of a stretch of years; what was typed in fields of the same name stays. */
    use(place) {
      const typed = this.fields?.read() ?? {};
      this.place = place;
      [this.rule] = loadPlans(this.periods[place].plans).rules;
      this.fields = new Fields(this.asked(), this.lang, () => this.compute());
      const years = this.periods.length > 1 ? [this.chooser()] : [];
      this.form.replaceChildren(...years, ...this.fields.boxes, element("button", { className: "calculator__go" }, this.words.compute));
      this.fields.write(typed);
    }

    chooser() {
      const names = this.periods.map(({ label, reference }, place) => element("option", { value: String(place) }, `${label} (${reference.split("@")[1]})`));
      const select = element("select", { id: "isian-tahun" }, ...names);
      select.value = String(this.place);
      select.addEventListener("change", () => {
        this.use(Number(select.value));
        this.compute();
        this.form.querySelector("select").focus();
      });
      return element("div", { className: "field" }, element("label", { htmlFor: "isian-tahun" }, this.words.year), element("div", { className: "field__entry" }, select));
    }

    /** The inputs to ask for: those of a formula, the number of a scale or of a line, the keys of a table. */
    asked() {
      const { rule, words } = this;
      if (rule.kind !== "scale" && rule.kind !== "table") return rule.inputs;
      const plain = { unit: null, choices: [], codes: [], default: null, fields: null };
      if (rule.keys.length === 0 || rule.kind === "scale") return [{ ...plain, name: VALUE, title: [words.value, words.value], type: "number", unit: rule.unit }];
      return rule.keys.map((name) => ({ ...plain, name, title: [name, name], type: "choice", choices: this.keys[name] ?? [] }));
    }

    start(given) {
      this.fields.write(given);
      this.compute();
    }

    compute() {
      this.said.textContent = "";
      const typed = this.fields.read();
      try {
        this.fields.blame([], () => "");
        this.show(this.answer(typed));
      } catch (error) {
        if (!(error instanceof SakipError)) throw error;
        const left = this.fields.blame(error.mistakes, (code) => this.words.mistakes[code] ?? this.words.mistake);
        this.result.replaceChildren(...left.map(({ code }) => element("p", {}, this.words.mistakes[code] ?? this.words.mistake)));
        this.steps.replaceChildren();
      }
    }

    answer(typed) {
      const { rule } = this;
      if (rule.kind === "scale") return rule.classify(typed[VALUE]);
      if (rule.kind === "table") return rule.lookUp(...Object.values(typed));
      return rule.evaluate(typed);
    }

    show(answer) {
      this.result.replaceChildren(...this.headline(answer));
      this.steps.replaceChildren(...(answer.steps === undefined ? [] : this.told(answer)));
      this.markBand(answer);
    }

    headline(answer) {
      const said = (answer.diagnostics ?? []).filter(({ message }) => message).map(({ message, severity }) =>
        element("p", { className: `calculator__check calculator__check--${severity}` }, this.title(message)));
      if (answer.status !== "ok") return [element("strong", {}, this.absent(answer)), ...said];
      const number = answer.text === null || answer.text === undefined ? null : element("strong", {}, `${this.value(answer)}`);
      const category = answer.category === null || answer.category === undefined ? null : element("span", { className: "calculator__category" }, answer.category);
      return [...[number, category].filter(Boolean), ...said];
    }

    absent({ status, reason, note }) {
      const word = this.words.statuses[reason] ?? this.words.statuses[status] ?? status;
      const known = reason === NOT_GIVEN ? "" : (this.words.reasons[reason] ?? reason);
      const why = note === null ? known : this.title(note);
      return why && why !== word ? `${word}: ${why}` : word;
    }

    /** A value in words: a number as people write it, with its unit. */
    value(figure) {
      if (figure.status !== "ok") return this.absent(figure);
      if (figure.range) return `${this.number(figure.range.min)}–${this.number(figure.range.max)}`;
      const { text } = figure;
      if (text === "true" || text === "false") return this.words[text === "true" ? "yes" : "no"];
      if (!/^-?[0-9.]+$/.test(text)) return figure.category ?? text;
      const unit = figure.unit ?? this.rule.unit;
      return [this.number(text), this.words.units[unit] ?? unit].filter(Boolean).join(" ");
    }

    told(result) {
      const figures = [...result.steps.filter(({ origin }) => origin !== "given"), { ...result, isResult: true }];
      const known = new Map(result.steps.map((figure) => [figure.name, figure]));
      const list = element("ol", { className: "steps" }, ...figures.map((figure) => element("li", {}, ...this.step(figure, known))));
      return [element("h3", {}, this.words.steps), list, ...result.collections.flatMap((collection) => this.rows(collection))];
    }

    /** One line; `known` are the figures of the same record, whose numbers stand in the formula. */
    step(figure, known) {
      const parts = [
        element("span", { className: "steps__title" }, this.title(figure.title)), " = ",
        element("strong", {}, this.value(figure)),
        figure.category && !figure.isResult ? ` (${figure.category})` : "",
      ];
      if (figure.formula) parts.push(element("code", { className: "steps__formula" }, figure.formula));
      const numbers = this.withNumbers(figure, known);
      if (numbers !== null) parts.push(element("span", { className: "steps__numbers" }, numbers));
      if (figure.exact !== null && figure.exact.includes("/") && figure.exact.length < 60) parts.push(element("span", { className: "steps__exact" }, `${this.words.exactly} ${figure.exact}`));
      if (figure.case?.when) parts.push(element("span", { className: "steps__case" }, `${this.words.because} `, element("code", {}, this.inWords(figure.case.when))));
      for (const aggregate of figure.aggregates) parts.push(element("span", { className: "steps__rows" }, this.counted(aggregate)));
      if (figure.called !== null) parts.push(element("details", {}, element("summary", {}, this.title(figure.called.title)), ...this.told(figure.called)));
      return parts;
    }

    counted({ counted, left, more }) {
      const gone = left.length + more;
      return `${counted} ${this.words.rows}` + (gone > 0 ? `, ${gone} ${this.words.left}` : "");
    }

    /** A condition with the words for polarities, whose codes are for programs. */
    inWords(condition) {
      return this.words.polarities.reduce((text, [code, words]) => text.replaceAll(code, words), condition);
    }

    /** The formula with numbers in the place of names: what one types into a pocket calculator; null where that is not all. */
    withNumbers({ formula, called }, known) {
      const names = called === null ? (formula?.match(/[a-z_]\w*/gi) ?? []) : [];
      const shown = (name) => {
        const figure = known.get(name);
        return figure?.status === "ok" && /^-?[0-9.]+$/.test(figure.text ?? "") ? this.number(figure.text) : null;
      };
      if (names.length === 0 || names.some((name) => shown(name) === null)) return null;
      const numbers = formula.replace(/[0-9]+\.[0-9]+/g, (text) => this.number(text)).replace(/[a-z_]\w*/gi, shown);
      return `= ${numbers.replaceAll(" * ", " × ").replaceAll(" / ", " ÷ ")}`;
    }

    rows({ rows }) {
      const inner = rows.map((row, place) => {
        const figures = row.steps.filter(({ origin }) => origin === "computed");
        return figures.length === 0 ? null
          : element("li", {}, row.id ?? `${this.words.row} ${place + 1}`, element("ol", { className: "steps" }, ...figures.map((figure) => element("li", {}, ...this.step(figure, new Map(row.steps.map((each) => [each.name, each])))))));
      }).filter(Boolean);
      return inner.length === 0 ? [] : [element("ul", { className: "steps__of-rows" }, ...inner)];
    }

    /** Marks the band of the answer in the page's own table of bands, which stand in the order of the scale. */
    markBand({ band }) {
      if (this.rule.kind !== "scale") return;
      for (const [place, row] of document.querySelectorAll(".bands tbody tr").entries()) {
        row.classList.toggle("is-answer", place === band);
      }
    }

    async share() {
      const link = new URL(location.href);
      link.hash = "";
      const typed = { tahun: this.periods[this.place].label, ...this.fields.read() };
      const parts = Object.entries(typed).filter(([, value]) => value !== "").map(([name, value]) =>
        `${encodeURIComponent(name)}=${encodeURIComponent(typeof value === "string" ? value : JSON.stringify(value))}`);
      const address = `${link.href.replace(/#$/, "")}${HASH}${parts.join("&")}`;
      history.replaceState(null, "", address);
      await navigator.clipboard?.writeText(address).catch(() => {});
      this.said.textContent = this.words.copied;
    }

    /** Starts with what a link carries, or with the example. */
    open() {
      const carried = linked();
      if (carried === null) return this.start(this.example);
      const place = this.periods.findIndex(({ label }) => label === carried.tahun);
      if (place >= 0) this.use(place);
      this.start(carried);
      return this.section.scrollIntoView();
    }
  }

  function linked() {
    if (!location.hash.startsWith(HASH)) return null;
    const given = {};
    for (const [name, value] of new URLSearchParams(location.hash.slice(HASH.length))) {
      given[name] = /^[[{]/.test(value) ? parsed(value) : value;
    }
    return given;
  }

  function parsed(text) {
    try {
      return JSON.parse(text);
    } catch {
      return text; // somebody changed the link: then it is a text like any other
    }
  }

  for (const section of document.querySelectorAll(".calculator")) {
    const kit = section.querySelector("script[type='application/json']");
    if (kit === null) continue;
    const calculator = new Calculator(section, JSON.parse(kit.textContent));
    calculator.build();
    calculator.open();
    window.addEventListener("hashchange", () => linked() !== null && calculator.open());
  }
})();
