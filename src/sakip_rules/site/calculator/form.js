/* The form of a calculator: one field an input of the rule, a table for a collection. Gives what was typed as data. */
"use strict";

window.SakipForm = (() => {
  const WORDS = window.SakipWords;
  const NUMBERS = ["number", "count"];
  let fields = 0;

  function element(name, properties = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(properties)) {
      if (key in made) made[key] = value;
      else made.setAttribute(key, value);
    }
    made.append(...children.filter((child) => child !== null));
    return made;
  }

  function options(pairs) {
    return pairs.map(([value, text]) => element("option", { value }, text));
  }

  /** What one can type for an input, without its label: the control that has the id, all controls, and both ways of data. */
  function controls(input, lang, id) {
    const words = WORDS[lang];
    const blank = ["", words.blank];
    switch (input.type) {
      case "truth":
        return chosen(id, [blank, ["ya", words.yes], ["tidak", words.no], ...words.absent]);
      case "choice":
        return chosen(id, [blank, ...input.choices.map((code) => [code, code]), ...words.absent]);
      case "polarity":
        return chosen(id, [blank, ...words.polarities, ...words.absent]);
      case "range":
        return ranged(id, words);
      default:
        return typed(id, input, lang);
    }
  }

  function chosen(id, pairs) {
    const select = element("select", { id }, ...options(pairs));
    return { main: select, all: [select], read: () => select.value, write: (value) => { select.value = value; } };
  }

  /** The same number with the decimal sign of the language; with three decimals it would look like thousands, and stays. */
  function spelled(value, lang) {
    return lang === "id" ? String(value).replace(/^(-?[0-9]+)\.([0-9]{1,2}|[0-9]{4,})$/, "$1,$2") : value;
  }

  function typed(id, input, lang) {
    const words = WORDS[lang];
    const text = element("input", { id, type: "text", inputMode: "decimal", autocomplete: "off", size: 16 });
    const absent = element("select", { "aria-label": words.orAbsent, className: "field__absent" }, ...options([["", words.number], ...words.absent, ...input.codes.map((code) => [code, code])]));
    absent.addEventListener("change", () => { text.disabled = absent.value !== ""; });
    return {
      main: text,
      all: [text, absent],
      read: () => absent.value || text.value,
      write: (value) => {
        const isWord = [...absent.options].some((option) => option.value === value && value !== "");
        absent.value = isWord ? value : "";
        text.value = isWord ? "" : spelled(value, lang);
        text.disabled = isWord;
      },
    };
  }

  function ranged(id, words) {
    const ends = ["min", "max"].map((end, place) => element("input", { id: place === 0 ? id : `${id}-${end}`, type: "text", inputMode: "decimal", size: 8, "aria-label": words[end] }));
    return {
      main: ends[0],
      all: ends,
      read: () => (ends.some((end) => end.value.trim()) ? { min: ends[0].value, max: ends[1].value } : ""),
      write: (value) => {
        ends[0].value = value?.min ?? "";
        ends[1].value = value?.max ?? "";
      },
    };
  }

  /** An input with its label, unit and default. */
  class Field {
    constructor(input, lang) {
      fields += 1;
      this.input = input;
      this.id = `isian-${fields}`;
      this.controls = controls(input, lang, this.id);
      this.fault = element("p", { className: "field__fault", id: `${this.id}-fault` });
      const unit = input.unit === null || !NUMBERS.includes(input.type) ? null : element("span", { className: "field__unit" }, WORDS[lang].units[input.unit] ?? input.unit);
      const label = element("label", { htmlFor: this.id }, input.title[lang === "en" ? 1 : 0]);
      const hint = input.default === null ? null : element("span", { className: "field__hint" }, `${WORDS[lang].default} ${defaultText(input.default, lang)}`);
      this.box = element("div", { className: "field" }, label, element("div", { className: "field__entry" }, ...this.controls.all, unit), hint, this.fault);
    }

    read() {
      return this.controls.read();
    }

    write(value) {
      this.controls.write(value);
    }

    blame(text) {
      this.fault.textContent = text ?? "";
      const { main } = this.controls;
      if (text === undefined) main.removeAttribute("aria-invalid");
      else main.setAttribute("aria-invalid", "true");
      main.setAttribute("aria-describedby", this.fault.id);
    }
  }

  function defaultText(stated, lang) {
    if (typeof stated === "boolean") return WORDS[lang][stated ? "yes" : "no"];
    if (typeof stated === "string") return stated;
    if ("word" in stated) return Object.fromEntries(WORDS[lang].absent)[stated.word] ?? stated.word;
    const shown = (number) => window.Sakip.formatNumber(number, lang);
    return "number" in stated ? shown(stated.number) : `${shown(stated.low)}–${shown(stated.high)}`;
  }

  /** A collection: a row of fields for each of its rows, which one can add and take away. */
  class Collection {
    constructor(input, lang, changed) {
      this.input = input;
      this.lang = lang;
      this.changed = changed;
      this.rows = [];
      const words = WORDS[lang];
      this.list = element("ol", { className: "collection__rows" });
      const add = element("button", { type: "button", onclick: () => { this.add(); changed(); } }, words.addRow);
      this.fault = element("p", { className: "field__fault" });
      this.box = element("fieldset", { className: "collection" }, element("legend", {}, input.title[lang === "en" ? 1 : 0]), this.list, add, this.fault);
    }

    add(given = {}) {
      const inner = new Fields(this.input.fields, this.lang, this.changed);
      const row = { fields: inner, item: element("li", {}, ...inner.boxes) };
      const remove = element("button", { type: "button", className: "collection__remove", onclick: () => this.remove(row) }, WORDS[this.lang].removeRow);
      row.item.append(remove);
      this.rows.push(row);
      this.list.append(row.item);
      inner.write(given);
    }

    remove(row) {
      this.rows.splice(this.rows.indexOf(row), 1);
      row.item.remove();
      this.changed();
    }

    read() {
      return this.rows.map(({ fields }) => fields.read());
    }

    write(rows) {
      for (const row of [...this.rows]) row.item.remove();
      this.rows = [];
      const list = Array.isArray(rows) ? rows : Object.entries(rows ?? {}).map(([id, row]) => ({ id, ...row }));
      for (const row of list.length === 0 ? [{}] : list) this.add(row);
    }

    blame(text) {
      this.fault.textContent = text ?? "";
    }
  }

  /** All fields of a rule, or of a row. */
  class Fields {
    constructor(inputs, lang, changed) {
      this.byName = new Map(inputs.map((input) => [input.name, input.fields === null ? new Field(input, lang) : new Collection(input, lang, changed)]));
    }

    get boxes() {
      return [...this.byName.values()].map(({ box }) => box);
    }

    read() {
      return Object.fromEntries([...this.byName].map(([name, field]) => [name, field.read()]));
    }

    write(given) {
      const values = new Map(Object.entries(given ?? {})); // from a link: no map, or names that all objects have
      for (const [name, field] of this.byName) field.write(values.get(name) ?? "");
    }

    /** Shows each mistake at its field; gives those that belong to none. */
    blame(mistakes, textOf) {
      for (const field of this.byName.values()) field.blame(undefined);
      const left = [];
      for (const mistake of mistakes) {
        const field = this.at(mistake.path);
        if (field === undefined) left.push(mistake);
        else field.blame(textOf(mistake.code));
      }
      return left;
    }

    at([name, place, ...inner]) {
      const field = this.byName.get(name);
      if (!(field instanceof Collection) || place === undefined) return field;
      const row = field.rows[place] ?? field.rows[Number(place) - 1];
      return (inner.length > 0 ? row?.fields.at(inner) : undefined) ?? field;
    }
  }

  return { Fields, element };
})();
