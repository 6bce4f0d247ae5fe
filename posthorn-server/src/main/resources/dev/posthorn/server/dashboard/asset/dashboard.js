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
