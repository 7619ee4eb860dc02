// The overview: search, filter and order of the list of documents.
"use strict";

(() => {
  const table = document.querySelector("table.documents");
  if (!table) return;
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const texts = rows.map((row) => `${row.textContent} ${row.dataset.file}`.toLowerCase());
  const search = document.getElementById("search");
  const only = document.getElementById("only-review");
  const shown = document.getElementById("shown");

  function filter() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let n = 0;
    rows.forEach((row, i) => {
      const fits = words.every((word) => texts[i].includes(word)) && (!only.checked || row.dataset.review !== "0");
      row.hidden = !fits;
      n += fits;
    });
    shown.textContent = `${n} of ${rows.length} documents`;
  }
  search.addEventListener("input", filter);
  only.addEventListener("input", filter);

  table.tHead.addEventListener("click", (click) => {
    const button = click.target.closest("button");
    if (!button) return;
    const cell = button.parentElement;
    const column = Number(button.dataset.column);
    const numbers = column > 3;
    // Numbers are of use from the largest down, words from A on.
    const first = numbers ? "descending" : "ascending";
    const second = numbers ? "ascending" : "descending";
    const order = cell.getAttribute("aria-sort") === first ? second : first;
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    cell.setAttribute("aria-sort", order);
    const value = (row) => row.cells[column].textContent.trim();
    const compare = numbers
      ? (a, b) => Number(value(a)) - Number(value(b))
      : (a, b) => value(a).localeCompare(value(b), "en", { numeric: true });
    const sign = order === "ascending" ? 1 : -1;
    body.append(...[...rows].sort((a, b) => sign * compare(a, b)));
  });

  document.addEventListener("keydown", (press) => {
    if (press.key === "/" && !press.target.closest("input") && !press.ctrlKey && !press.metaKey && !press.altKey) {
      press.preventDefault();
      search.focus();
    }
  });
  filter();
})();
