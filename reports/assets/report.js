// The page works without this script; with it come filters, sorting, language, view, print and further findings.
"use strict";
(() => {
const doc = document, root = doc.documentElement;
const $ = (selector, at = doc) => at.querySelector(selector);
const $$ = (selector, at = doc) => [...at.querySelectorAll(selector)];
const PAGE = 200;
const SEVERITIES = ["error", "warning", "info"], MARKS = ["bad", "warn", "info"];
const STATUS_MARKS = {match: "ok", mismatch: "bad", not_reported: "none", not_computable: "none"};
const state = new URLSearchParams();
let data = null, order = [], shown = 0, sort = {key: "", down: false};

// elements
function el(name, attributes, ...children) {
  const node = doc.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) if (value !== "" && value != null) node.setAttribute(key, value);
  node.append(...children.flat().filter(child => child != null));
  return node;
}
function pair([en, th]) {
  if (en === th) return [en];
  return [el("span", {lang: "th"}, th), el("span", {lang: "en"}, en)];
}
function mark(name) {
  const NS = "http://www.w3.org/2000/svg", svg = doc.createElementNS(NS, "svg"), use = doc.createElementNS(NS, "use");
  svg.setAttribute("class", "mk " + name); svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", "#m-" + name); svg.append(use);
  return svg;
}
const fill = (text, values) => text.map(words => words.replace(/\{(\w+)\}/g, (_, key) => values[key]));

// state in the address: #ID?severity=error&unit=... (a file opened from disk lets only the fragment change)
function readAddress() {
  const [id, query] = decodeURIComponentSafe(location.hash.slice(1)).split("?");
  return {id: id || "", query: new URLSearchParams(query || "")};
}
function decodeURIComponentSafe(text) { try { return text.includes("?") ? decodeURIComponent(text.split("?")[0]) + "?" + text.split("?").slice(1).join("?") : decodeURIComponent(text); } catch { return text; } }
function writeAddress(id) {
  const query = state.toString();
  const hash = "#" + encodeURIComponent(id || "") + (query ? "?" + query : "");
  try { history.replaceState(null, "", hash === "#" ? location.href.split("#")[0] : hash); } catch { location.replace(hash); }
}
function keep(key, value) { if (value) state.set(key, value); else state.delete(key); }

// language and view
function language(lang) {
  root.lang = lang;
  for (const button of $$("[data-lang]")) button.setAttribute("aria-pressed", String(button.dataset.lang === lang));
  for (const node of $$("option[data-th],title[data-th]")) node.textContent = node.dataset[lang];
  labels(doc);
}
const labels = within => $$("[data-label-th]", within).forEach(node => node.setAttribute("aria-label", root.lang === "th" ? node.dataset.labelTh : node.dataset.labelEn));
const dark = matchMedia("(prefers-color-scheme: dark)"), contrast = matchMedia("(prefers-contrast: more)");
function theme(name) {
  root.dataset.theme = name !== "auto" ? name : contrast.matches ? "contrast" : dark.matches ? "dark" : "light";
}

// data
async function unpack() {
  const node = $("#data");
  if (!node || typeof DecompressionStream === "undefined") return null;
  const packed = Uint8Array.from(atob(node.textContent), letter => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
}

// findings
const form = $("#filters"), table = $("#finding-table");
function fields() {
  return {severity: new Set($$("[name=severity]", form).filter(box => box.checked).map(box => box.value)),
    name: form.elements.name.value, unit: form.elements.unit ? form.elements.unit.value : "",
    indicator: form.elements.indicator ? form.elements.indicator.value : "", q: form.elements.q.value.trim().toLowerCase()};
}
const first = at => data.findings.first[at] === 0 ? data.findings.cell[at] : data.findings.first[at];
function said(at) {
  const f = data.findings;
  if (f.en[at] !== 0) return [f.en[at], f.th[at]];
  const none = "\u2013", values = {sheet: f.sheet[at] || none, cell: first(at) || none, range: f.cell[at] || none, unit: f.unit[at] || none,
    indicator: f.indicator[at] || none, observed: f.observed[at] || none, reported: none, expected: none};
  return fill(data.names[f.name[at]][1], values);
}
function matches(at, want) {
  const f = data.findings;
  if (!want.severity.has(SEVERITIES[f.severity[at]])) return false;
  if (want.name && f.name[at] !== want.name) return false;
  if (want.unit && f.unit[at] !== want.unit && !(f.units[at] && f.units[at].includes(want.unit))) return false;
  if (want.indicator && f.indicator[at] !== want.indicator) return false;
  if (!want.q) return true;
  const title = data.names[f.name[at]][0];
  return [...said(at), f.id[at], f.unit[at], f.indicator[at], f.sheet[at], f.cell[at], title[0], title[1]]
    .some(text => text.toLowerCase().includes(want.q));
}
function sortKey(at) {
  const f = data.findings, lang = root.lang === "th" ? 1 : 0;
  switch (sort.key) {
    case "severity": return f.severity[at];
    case "finding": return data.names[f.name[at]][0][lang];
    case "unit": return f.at[at][0];
    case "indicator": return f.at[at][1];
    case "cell": { const m = /^([A-Z]*)(\d*)/.exec(f.cell[at]); return [f.sheet[at], +(m[2] || 0), m[1].length, m[1]]; }
    case "message": return said(at)[lang];
  }
  return at;
}
function compare(a, b) {
  if (Array.isArray(a)) { for (let i = 0; i < a.length; i++) { const c = compare(a[i], b[i]); if (c) return c; } return 0; }
  return typeof a === "number" ? a - b : String(a).localeCompare(String(b), root.lang);
}
function findingRow(at) {
  const f = data.findings, kind = MARKS[f.severity[at]];
  return el("tr", {class: kind},
    el("td", {class: "sev"}, mark(kind), " ", pair(data.words["severity." + SEVERITIES[f.severity[at]]])),
    el("td", {class: "name"}, el("a", {href: "#" + f.id[at]}, pair(data.names[f.name[at]][0]))),
    el("td", {}, f.unit[at]), el("td", {}, f.indicator[at]), el("td", {class: "cell"}, f.cell[at]),
    el("td", {class: "msg"}, pair(said(at))));
}
function moreRows(count) {
  const next = order.slice(shown, shown + count);
  $("tbody", table).append(...next.map(findingRow));
  shown += next.length;
  const button = $("#more-findings"), left = order.length - shown;
  button.hidden = left <= 0;
  button.replaceChildren(...pair(fill(data.words["html.more"], {count: left})));
}
function apply() {
  const want = fields();
  order = [];
  for (let at = 0; at < data.findings.id.length; at++) if (matches(at, want)) order.push(at);
  if (sort.key) {
    const keys = new Map(order.map(at => [at, sortKey(at)]));
    order.sort((a, b) => (compare(keys.get(a), keys.get(b)) || a - b) * (sort.down ? -1 : 1));
  }
  $("tbody", table).replaceChildren(); shown = 0; moreRows(PAGE);
  $("#shown").replaceChildren(...pair(fill(data.words["html.shown"], {shown: order.length, total: data.findings.id.length})));
  for (const head of $$("thead th", table)) {
    const on = $("button", head).dataset.sort === sort.key;
    if (on) head.setAttribute("aria-sort", sort.down ? "descending" : "ascending"); else head.removeAttribute("aria-sort");
  }
}
function remember() {
  const want = fields(), all = $$("[name=severity]", form);
  keep("severity", want.severity.size === all.length ? "" : [...want.severity].join(",") || "none");
  for (const key of ["name", "unit", "indicator", "q"]) keep(key, want[key]);
  keep("sort", sort.key && (sort.down ? "-" : "") + sort.key);
  writeAddress();
}
function restore(query) {
  for (const [key, value] of query) state.set(key, value);
  if (query.has("lang")) language(query.get("lang") === "en" ? "en" : "th");
  if (query.has("view")) { $("#theme").value = query.get("view"); theme($("#theme").value); }
  if (!table) return;
  if (query.has("severity")) { const on = query.get("severity").split(","); for (const box of $$("[name=severity]", form)) box.checked = on.includes(box.value); }
  for (const key of ["name", "unit", "indicator", "q"]) if (query.has(key) && form.elements[key]) form.elements[key].value = query.get(key);
  if (query.has("sort")) { const text = query.get("sort"); sort = {key: text.replace("-", ""), down: text.startsWith("-")}; }
}

// cards of findings that the page did not lay out
function place(at) {
  const f = data.findings, parts = [];
  const add = (key, value) => { if (value) parts.push(el("span", {}, pair(data.words[key]), " ", el("b", {}, value))); };
  add("html.sheet", f.sheet[at]); add("html.cell", f.cell[at]);
  if (f.at[at][0]) add("html.unit", f.unit[at]);
  add("html.indicator", f.indicator[at]);
  return parts;
}
function columnNumber(letters) { return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0); }
function columnLetters(col) { let text = ""; while (col > 0) { text = String.fromCharCode(65 + (col - 1) % 26) + text; col = Math.floor((col - 1) / 26); } return text; }
function gridAround(at) {
  const f = data.findings, rows = data.grids[f.sheet[at]], match = /^([A-Z]+)(\d+)$/.exec(first(at));
  if (!match) return [];
  if (!rows) return [el("p", {class: "quiet"}, pair(data.words["html.around.left"]))];
  const col = columnNumber(match[1]), row = +match[2];
  const cols = [], body = [];
  for (let c = Math.max(1, col - 3); c <= col + 3; c++) cols.push(c);
  for (let r = Math.max(1, row - 2); r <= row + 2; r++) body.push(el("tr", {}, el("th", {}, String(r)),
    cols.map(c => { const text = (rows[r - 1] || [])[c - 1] || ""; const kinds = [r === row && c === col ? "hit" : "", /^-?\d+(\.\d+)?$/.test(text) ? "n" : ""];
      return el("td", {class: kinds.filter(Boolean).join(" ")}, text.length > 40 ? text.slice(0, 39) + "\u2026" : text); })));
  return [el("div", {class: "scroll"}, el("table", {class: "sheet"}, el("caption", {}, pair(fill(data.words["html.around"], {sheet: f.sheet[at]}))),
    el("thead", {}, el("tr", {}, el("td"), cols.map(c => el("th", {}, columnLetters(c))))), el("tbody", {}, body)))];
}
function makeCard(at) {
  const f = data.findings, name = data.names[f.name[at]], details = data.details[f.id[at]];
  const card = $("#card-template").content.firstElementChild.cloneNode(true);
  const part = key => $("[data-p=" + key + "]", card);
  const kind = MARKS[f.severity[at]];
  card.id = f.id[at]; card.className = "card " + kind;
  $("h3 .mk", card).replaceWith(mark(kind));
  part("title").append(el("span", {class: "no"}, String(at + 1)), " ", el("span", {}, pair(name[0])));
  part("place").append(...place(at));
  part("condition").append(el("p", {}, pair(said(at))));
  // markup below was escaped where it was made; the page's policy runs nothing in it either way
  part("criteria").innerHTML = name[2];
  if (details) { part("cause").innerHTML = details[0]; part("workings").innerHTML = details[3]; labels(card); }
  else part("cause").append(el("p", {class: "quiet"}, pair(data.words["html.cause.none"])));
  part("consequence").innerHTML = details ? details[1] : name[3];
  part("action").innerHTML = details ? details[2] : name[4];
  part("around").append(...gridAround(at));
  const link = part("link"); link.href = "#" + f.id[at]; link.textContent = f.id[at];
  return card;
}
function cardAt(at) {
  const id = data.findings.id[at], known = doc.getElementById(id);
  if (known) return known;
  const card = makeCard(at), cards = $("#cards");
  card.dataset.at = at;
  const after = [...cards.children].find(other => +(other.dataset.at || 0) > at);
  cards.insertBefore(card, after || null);
  return card;
}
function goTo(id) {
  if (!id) return;
  let target = doc.getElementById(id);
  if (!target && data && data.findings) { const at = data.findings.id.indexOf(id); if (at >= 0) target = cardAt(at); }
  if (!target) return;
  for (const other of $$(".card.at")) other.classList.remove("at");
  target.scrollIntoView();
  if (target.classList.contains("card")) { target.classList.add("at"); target.focus({preventScroll: true}); }
}

// figures
function figureRow([, status, unit, reported, recomputed, gap, cell, finding]) {
  const said = [mark(STATUS_MARKS[status]), " ", ...pair(data.words["status." + status])];
  return el("tr", {class: status}, el("th", {}, unit), ...[reported, recomputed, gap].map(text => el("td", {}, text)),
    el("td", {}, finding ? el("a", {href: "#" + finding}, said) : said), el("td", {}, cell));
}
function moreFigures(count) {
  for (const figure of data.figures.splice(0, count)) {
    let body = $$("#figure-table tbody").at(-1);
    if (body.dataset.q !== figure[0]) {
      body = el("tbody", {"data-q": figure[0]}, el("tr", {class: "group"}, el("th", {colspan: "6", scope: "rowgroup"}, pair(data.words["quantity." + figure[0]]))));
      $("#figure-table").append(body);
    }
    body.append(figureRow(figure));
  }
  const button = $("#more-figures");
  button.hidden = !data.figures.length;
  button.replaceChildren(...pair(fill(data.words["html.more"], {count: data.figures.length})));
}

// print: what the table holds as it is filtered, up to a number of findings; what is left out is counted on the paper
function layOutAll() {
  if (!data || !table || root.dataset.print === "summary") return;
  const cards = $("#cards"), wanted = order.slice(0, +cards.dataset.most);
  while (shown < wanted.length) moreRows(PAGE);
  const laidOut = new Set(wanted.map(cardAt)), left = +cards.dataset.total - wanted.length;
  for (const card of cards.children) card.hidden = !laidOut.has(card);
  if ($("#cards-note")) $("#cards-note").hidden = true;
  const count = number => number.toLocaleString("en-US");
  const values = {shown: count(wanted.length), total: count(+cards.dataset.total), left: count(left)};
  $("#printed").replaceChildren(...left ? pair(fill(data.words["html.print.left"], values)) : []);
  if ($("#more-figures")) moreFigures(data.figures.length);
}
function printed() {
  delete root.dataset.print;
  if (!table) return;
  for (const card of $("#cards").children) card.hidden = false;
  if ($("#cards-note")) $("#cards-note").hidden = false;
  $("#printed").replaceChildren();
}

language(root.lang);
theme("auto");
for (const query of [dark, contrast]) query.addEventListener("change", () => theme($("#theme").value));
$("#theme").addEventListener("change", event => { theme(event.target.value); keep("view", event.target.value === "auto" ? "" : event.target.value); writeAddress(); });
for (const button of $$("[data-lang]")) button.addEventListener("click", () => { language(button.dataset.lang); keep("lang", root.lang); writeAddress(); if (data && sort.key) apply(); });
for (const button of $$("[data-print]")) button.addEventListener("click", () => { root.dataset.print = button.dataset.print; layOutAll(); print(); });
addEventListener("beforeprint", layOutAll);
addEventListener("afterprint", printed);
if (form) form.addEventListener("submit", event => event.preventDefault());
const start = readAddress();
restore(start.query);
doc.addEventListener("click", event => {
  const link = event.target.closest('a[href^="#"]');
  if (!link) return;
  const id = decodeURIComponent(link.getAttribute("href").slice(1));
  if (!id) return;
  event.preventDefault();
  writeAddress(id); goTo(id);
});
addEventListener("hashchange", () => goTo(readAddress().id));
unpack().then(unpacked => {
  data = unpacked;
  if (data && table) {
    order = data.findings.id.map((_, at) => at);
    if ([...start.query.keys()].some(key => !["lang", "view"].includes(key))) apply();
    else { shown = $$("tbody tr", table).length; }
    for (const kind of ["input", "change"]) form.addEventListener(kind, event => {
      if ((event.target.type === "search") === (kind === "input")) { apply(); remember(); }
    });
    form.addEventListener("reset", () => setTimeout(() => { sort = {key: "", down: false}; apply(); remember(); }));
    $("#more-findings").addEventListener("click", () => moreRows(PAGE));
    for (const button of $$("thead button", table)) button.addEventListener("click", () => {
      sort = {key: button.dataset.sort, down: sort.key === button.dataset.sort && !sort.down}; apply(); remember();
    });
  }
  if (data && $("#more-figures")) $("#more-figures").addEventListener("click", () => moreFigures(PAGE));
  goTo(start.id);
  root.dataset.ready = "yes";
});
})();
