// The list of rules, narrowed by topic, kind, confidence, regulation and year, or put in the order of the alphabet.
(function () {
  "use strict";
  const form = document.querySelector("form.filters");
  const list = document.querySelector("[data-filter]");
  if (!form || !list) return;
  const entries = [...list.querySelectorAll("li")];
  const documents = form.elements.namedItem("regulation"); // an entry names its documents by their places there
  const homes = new Map(entries.map((entry) => [entry, entry.parentElement]));
  const alphabet = document.createElement("ul");
  const collator = new Intl.Collator(document.documentElement.lang);
  const sorted = [...entries].sort((a, b) => collator.compare(a.textContent, b.textContent));
  list.prepend(alphabet);

  const holds = (entry, wanted) =>
    (!wanted.topic || homes.get(entry).closest("section").dataset.topic === wanted.topic) &&
    ["kind", "confidence"].every((key) => !wanted[key] || entry.dataset[key] === wanted[key]) &&
    (!wanted.regulation || entry.dataset.regulation.split(" ").includes(String(documents.selectedIndex))) &&
    (!wanted.year || inForce(entry.dataset, Number(wanted.year))) &&
    entry.textContent.toLocaleLowerCase().includes((wanted.words || "").toLocaleLowerCase().trim());

  const inForce = ({ from, to }, year) => Number(from) <= year && (to === "" || year <= Number(to));

  function show() {
    const wanted = Object.fromEntries(new FormData(form));
    for (const entry of wanted.alphabet ? sorted : entries) {
      (wanted.alphabet ? alphabet : homes.get(entry)).append(entry);
      entry.hidden = !holds(entry, wanted);
    }
    for (const section of list.querySelectorAll("section")) {
      section.hidden = ![...section.querySelectorAll("li")].some((entry) => !entry.hidden);
    }
    const count = entries.filter((entry) => !entry.hidden).length;
    form.querySelector("[role=status]").textContent = form.dataset.count.replace("{count}", String(count));
    remember(wanted);
  }

  function remember(wanted) {
    const kept = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value));
    try {
      history.replaceState(null, "", kept.size ? `?${kept}` : location.pathname);
    } catch {
      // a page opened from a folder may not change its address; the list is narrowed all the same
    }
  }

  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = form.elements.namedItem(name);
    if (field && field.type === "checkbox") field.checked = true;
    else if (field) field.value = value;
  }
  form.addEventListener("input", show);
  form.addEventListener("reset", () => setTimeout(show));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  show();
})();
