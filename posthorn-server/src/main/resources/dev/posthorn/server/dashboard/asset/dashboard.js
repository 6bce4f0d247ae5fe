// What pages do beyond links and forms. Everything works without it, only less quickly.
"use strict";

document.addEventListener("click", (event) => {
  const copy = event.target.closest("[data-copy]");
  if (copy) {
    navigator.clipboard.writeText(copy.dataset.copy).then(() => {
      const said = copy.querySelector("span");
      const before = said.textContent;
      said.textContent = copy.dataset.copied;
      setTimeout(() => { said.textContent = before; }, 1200);
    });
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey)) {
    const search = document.getElementById("q");
    if (search) {
      event.preventDefault();
      search.focus();
      search.select();
    }
  }
});

// A choice that filters is applied at once; without scripts a button does it.
document.addEventListener("change", (event) => {
  if (event.target.matches("[data-apply]")) {
    event.target.form.requestSubmit();
  }
});

// Long grids of triggers are searched in place.
document.addEventListener("input", (event) => {
  const grid = event.target.dataset.narrows && document.getElementById(event.target.dataset.narrows);
  if (grid) {
    const wanted = event.target.value.trim().toLowerCase();
    for (const row of grid.tBodies[0].rows) {
      row.hidden = wanted !== "" && !row.textContent.toLowerCase().includes(wanted);
    }
  }
});

// A part that is live hears when it has changed, and is asked for again: not more often than it says,
// and not while nobody sees it.
(() => {
  const part = () => document.querySelector("[data-live]");
  if (!part()) {
    return;
  }
  let next = 0;
  let timer = 0;
  let missed = false;
  const ask = () => {
    timer = 0;
    missed = document.hidden;
    if (!missed && part()) {
      next = Date.now() + Number(part().dataset.every || 2000);
      htmx.trigger(part(), "changed");
    }
  };
  const changed = () => {
    timer ||= setTimeout(ask, Math.max(0, next - Date.now()));
  };
  const source = new EventSource(part().dataset.live);
  source.addEventListener("changed", changed);
  document.addEventListener("visibilitychange", () => missed && changed());
  addEventListener("pagehide", () => source.close());
})();
