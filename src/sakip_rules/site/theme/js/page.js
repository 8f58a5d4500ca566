// What every page does beyond showing itself; without it each page is whole all the same.
(function () {
  "use strict";
  const root = document.documentElement;

  function darkSwitch() {
    const button = document.querySelector("[data-dark]");
    if (!button) return;
    const prefers = matchMedia("(prefers-color-scheme: dark)");
    const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : prefers.matches);
    const show = () => button.setAttribute("aria-pressed", String(isDark()));
    button.addEventListener("click", () => {
      root.dataset.theme = isDark() ? "light" : "dark";
      try {
        localStorage.setItem("sakip-theme", root.dataset.theme);
      } catch {
        // a browser may refuse to remember; the page changes all the same
      }
      show();
    });
    prefers.addEventListener("change", show);
    button.hidden = false;
    show();
  }

  function closingMenu() {
    const menu = document.querySelector(".menu");
    if (!menu) return;
    document.addEventListener("click", (event) => {
      if (menu.open && !menu.contains(event.target)) menu.open = false;
    });
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !menu.open) return;
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  }

  // A box that scrolls must be reachable by keyboard; one that does not would only be one more stop.
  function scrollBoxes() {
    for (const box of document.querySelectorAll(".wide, .formula, pre")) {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
      else box.removeAttribute("tabindex");
    }
  }

  // A link that leads to something folded unfolds it.
  function openTarget() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target === null || target.localName !== "details") return;
    target.open = true;
    target.scrollIntoView();
  }

  function openOnPaper() {
    let closed = [];
    addEventListener("beforeprint", () => {
      closed = [...document.querySelectorAll(".content details:not([open])")];
      for (const details of closed) details.open = true;
    });
    addEventListener("afterprint", () => {
      for (const details of closed) details.open = false;
    });
  }

  darkSwitch();
  closingMenu();
  scrollBoxes();
  openTarget();
  addEventListener("hashchange", openTarget);
  addEventListener("resize", scrollBoxes);
  openOnPaper();
})();
