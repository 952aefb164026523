// An index of many workbooks: sorts and filters the rows it has. Follows the script of the report.
"use strict";
(() => {
const index = document.querySelector("#index-table"), form = document.querySelector("#filters");
if (!index) return;
const rows = [...index.querySelectorAll("tbody tr")];
const text = (row, at) => row.cells[at].dataset.v || row.cells[at].textContent;
for (const button of index.querySelectorAll("thead button")) button.addEventListener("click", () => {
  const head = button.closest("th"), at = head.cellIndex, down = head.getAttribute("aria-sort") === "ascending";
  const number = head.classList.contains("num") || rows[0].cells[at].dataset.v;
  rows.sort((a, b) => (number ? text(a, at) - text(b, at) : text(a, at).localeCompare(text(b, at))) * (down ? -1 : 1));
  for (const other of index.querySelectorAll("[aria-sort]")) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
  index.querySelector("tbody").append(...rows);
});
if (form) form.addEventListener("input", () => {
  const q = form.elements.q.value.trim().toLowerCase();
  let count = 0;
  for (const row of rows) { row.hidden = q !== "" && !row.textContent.toLowerCase().includes(q); if (!row.hidden) count++; }
  document.querySelector("#shown").textContent = count + " / " + rows.length;
});
})();
