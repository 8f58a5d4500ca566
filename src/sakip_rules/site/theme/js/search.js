// The search box. Nothing is loaded before its first use; then the documents of the page's language, as a script,
// so that it works from a folder on a disk too.
(function () {
  "use strict";
  const root = document.documentElement.dataset.root;
  const lang = document.documentElement.dataset.interface;
  const SHOWN = 8;
  const IDENTITY = (text) => text;

  // ---------------------------------------------------------------- words

  // "Nomor 88 Tahun 2021" is written 88/2021 everywhere else.
  const NUMBERED = /(?:nomor|no\.?)?\s*(\d+)\s+(?:tahun|of)\s+(\d{4})/g;
  const TOKEN = /\d+(?:[.,]\d+)+|\d+(?:\/\d+)+|[\p{L}\p{N}]+/gu;

  function tokens(text) {
    const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(NUMBERED, " $1/$2");
    return plain.match(TOKEN) || [];
  }

  function stem(word) {
    const step = globalThis.sakipStems[lang];
    let [before, after] = [word, step(word)];
    while (after !== before && after.length > 2) [before, after] = [after, step(after)];
    return before.length > 2 ? before : word;
  }

  function indexed(word) {
    const parts = word.includes("/") ? word.split("/") : [];
    return [...new Set([word, stem(word), ...parts])];
  }

  // ---------------------------------------------------------------- the index

  class SearchIndex {
    constructor({ entries, synonyms, stop, weights }) {
      this.entries = entries;
      this.weights = weights; // in percent
      this.stop = new Set(stop);
      this.synonyms = new Map();
      for (const group of synonyms) for (const word of group) this.synonyms.set(stem(word), group);
      this.mini = new globalThis.MiniSearch({
        idField: "n",
        fields: ["title", "words", "about", "text"],
        tokenize: tokens,
        processTerm: indexed,
      });
      this.mini.addAll(entries.map((entry, n) => ({ n, ...entry })));
    }

    search(text) {
      const all = tokens(text);
      const said = all.filter((word) => !this.stop.has(word));
      const words = said.length ? said : all;
      if (!words.length) return [];
      let hits = this.ask(words, "AND");
      if (!hits.length && words.length > 1) hits = this.ask(words, "OR");
      return hits.map((hit) => this.entries[hit.id]);
    }

    ask(words, combineWith) {
      const query = { combineWith, queries: words.map((word) => this.meaning(word)) };
      return this.mini.search(query, {
        tokenize: (word) => [word],
        processTerm: IDENTITY,
        boostDocument: (id) => (this.weights[this.entries[id].kind] || 100) / 100,
      });
    }

    // A word as it stands, then its stem, then words that mean the same; the surer, the heavier.
    meaning(word) {
      const plain = { queries: [word], boost: boosts(1), prefix: word.length > 1, fuzzy: word.length > 4 && !/\d/.test(word) && 0.2 };
      const queries = [plain, { queries: [stem(word)], boost: boosts(0.8) }];
      for (const other of this.synonyms.get(stem(word)) || []) {
        if (other !== word) queries.push({ queries: tokens(other), combineWith: "AND", boost: boosts(0.5) });
      }
      return { combineWith: "OR", weights: { fuzzy: 0.2, prefix: 0.3 }, queries };
    }
  }

  function boosts(share) {
    return { title: 5 * share, words: 3 * share, about: 2 * share, text: share };
  }

  // ---------------------------------------------------------------- loading

  let loading = null;

  function script(path) {
    return new Promise((resolve, reject) => {
      const tag = document.createElement("script");
      tag.src = root + path;
      tag.onload = resolve;
      tag.onerror = () => reject(new Error(path));
      document.head.append(tag);
    });
  }

  function index() {
    const paths = ["vendor/minisearch/minisearch.js", "js/stem.js", `search/${lang}.js`];
    loading ||= Promise.all(paths.map(script)).then(() => new SearchIndex(globalThis.sakipSearch));
    return loading;
  }

  // ---------------------------------------------------------------- showing

  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  function hit(entry, into) {
    const title = element(into === "a" ? "a" : "span", "hit__title", entry.title);
    if (into === "a") title.href = root + entry.url;
    const kind = globalThis.sakipSearch.kinds[entry.kind];
    if (kind) title.append(" ", element("span", "hit__kind", kind));
    return [title, element("span", "hit__text", entry.about)];
  }

  class SuggestionBox {
    constructor(form, number) {
      this.input = form.querySelector("input");
      this.chosen = -1;
      this.list = element("ul", "search__list");
      this.list.id = `saran-${number}`;
      this.list.hidden = true;
      this.list.setAttribute("role", "listbox");
      this.list.setAttribute("aria-label", form.querySelector("label").textContent);
      form.append(this.list);
      for (const [name, value] of [["role", "combobox"], ["aria-expanded", "false"], ["aria-controls", this.list.id], ["aria-autocomplete", "list"]]) {
        this.input.setAttribute(name, value);
      }
      this.input.addEventListener("focus", () => index().catch(IDENTITY));
      this.input.addEventListener("input", () => this.suggest());
      this.input.addEventListener("keydown", (event) => this.key(event));
      this.input.addEventListener("blur", () => setTimeout(() => this.close(), 150));
    }

    async suggest() {
      const text = this.input.value;
      const found = text.trim() ? (await index()).search(text).slice(0, SHOWN) : [];
      if (text !== this.input.value) return; // another letter was typed meanwhile
      this.chosen = -1;
      this.list.replaceChildren(...found.map((entry, place) => this.option(entry, place)));
      if (!found.length && text.trim()) this.list.append(this.nothing());
      this.open(Boolean(text.trim()));
    }

    nothing() {
      const item = element("li", "", globalThis.sakipSearch.words.none);
      item.setAttribute("role", "option");
      item.setAttribute("aria-disabled", "true");
      return item;
    }

    option(entry, place) {
      const item = element("li");
      item.id = `${this.list.id}-${place}`;
      item.setAttribute("role", "option");
      item.dataset.url = root + entry.url;
      item.append(...hit(entry, "span"));
      item.addEventListener("mousedown", () => location.assign(item.dataset.url));
      return item;
    }

    open(isOpen) {
      this.list.hidden = !isOpen;
      this.input.setAttribute("aria-expanded", String(isOpen));
      if (!isOpen) this.input.removeAttribute("aria-activedescendant");
    }

    close() {
      this.open(false);
    }

    key(event) {
      const options = [...this.list.querySelectorAll("[data-url]")];
      if (event.key === "Escape" && !this.list.hidden) {
        event.preventDefault();
        this.close();
      } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && options.length) {
        event.preventDefault();
        this.choose(options, this.chosen + (event.key === "ArrowDown" ? 1 : -1));
      } else if (event.key === "Enter" && options[this.chosen]) {
        event.preventDefault();
        location.assign(options[this.chosen].dataset.url);
      }
    }

    choose(options, place) {
      this.chosen = (place + options.length) % options.length;
      options.forEach((option, at) => option.setAttribute("aria-selected", String(at === this.chosen)));
      this.input.setAttribute("aria-activedescendant", options[this.chosen].id);
      options[this.chosen].scrollIntoView({ block: "nearest" });
      this.open(true);
    }
  }

  // The page of the search shows all hits, with an address that can be kept.
  class ResultPage {
    constructor(form) {
      this.input = form.querySelector("input");
      this.list = document.getElementById(form.dataset.results);
      this.count = document.getElementById(`${form.dataset.results}-jumlah`);
      this.others = document.getElementById("daftar");
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.show();
      });
      this.input.addEventListener("input", () => this.show());
      this.input.value = new URLSearchParams(location.search).get("q") || "";
      this.show();
      this.input.focus();
    }

    async show() {
      const text = this.input.value;
      history.replaceState(null, "", text.trim() ? `?q=${encodeURIComponent(text)}` : location.pathname);
      if (text.trim()) await index();
      if (text !== this.input.value) return;
      const found = text.trim() ? (await index()).search(text) : [];
      this.list.replaceChildren(
        ...found.map((entry) => {
          const item = element("li");
          item.append(...hit(entry, "a"));
          return item;
        }),
      );
      this.others.hidden = found.length > 0;
      this.count.textContent = text.trim() ? this.told(found.length) : "";
    }

    told(count) {
      const words = globalThis.sakipSearch.words;
      return count ? words.count.replace("#", count) : words.none;
    }
  }

  for (const note of document.querySelectorAll("[data-without-script]")) note.hidden = true;
  document.querySelectorAll("form[data-search]").forEach((form, number) => {
    if (form.dataset.results) new ResultPage(form);
    else new SuggestionBox(form, number);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    const box = document.querySelector("form[data-search] input");
    if (!box) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
})();
