"use strict";
// A table with search, sort and filter. Rows are loaded as far as they are needed: all of them once they are
// searched, sorted or filtered. What is chosen stands in the address, so that it can be sent to somebody.
const table = document.getElementById("table");
const form = document.getElementById("controls");
const pager = document.getElementById("pager");
const state = document.getElementById("state");
const heads = [...table.tHead.rows[0].cells];
const names = heads.map((each) => each.dataset.column);
const kinds = heads.map((each) => each.dataset.kind);
const key = names.indexOf(table.dataset.key);
const total = Number(table.dataset.rows);
const PAGE = 100;
const LONG = 24;
const LONGEST = 300;
const AT_ONCE = 8;
const rows = [];
let loaded = 0;
let chosen = new URLSearchParams();
let turn = 0;

const text = (cell) => (cell === null ? "" : String(Array.isArray(cell) ? cell[0] : cell));
// most rows have nothing that could be taken apart
const plain = (words) =>
  (/^[\0-\x7f]*$/.test(words) ? words : words.normalize("NFKD").replace(/\p{M}/gu, "")).toLowerCase();
const number = (count) => count.toLocaleString("en");

const read = async (wanted, mine) => {
  const parts = Number(table.dataset.parts);
  while (rows.length < wanted && loaded < parts) {
    const next = Math.min(parts, wanted <= rows.length + PAGE ? loaded + 1 : loaded + AT_ONCE);
    const numbers = Array.from({ length: next - loaded }, (_, place) => loaded + 1 + place);
    const found = await Promise.all(numbers.map((each) => load(root, part(table.dataset.name, each))));
    if (mine !== turn) return false;
    for (const each of found) for (const row of each) rows.push(row);
    loaded = next;
    state.textContent = `${number(rows.length)} of ${number(total)} rows read …`;
  }
  return mine === turn;
};

// Where a cell leads to; files hold the shortest form that says it.
const leadsTo = (row, column) => {
  const [text, name, more] = row[column];
  if (column) return `../${kinds[column]}/${name ?? (kinds[column] === "country" ? text.toLowerCase() : text)}.html`;
  if (name === null) return more;
  const { kind } = table.dataset;
  return `../article/${name}.html${kind && `#w-${kind}-${more ?? row[key]}`}`;
};

const fits = (row) => {
  for (const [name, value] of chosen) {
    const column = names.indexOf(name);
    if (column < 0 || !value) continue;
    const cell = text(row[column]);
    if (cell !== value && !(/_on$|_date$/.test(name) && cell.startsWith(value))) return false;
  }
  const wanted = plain(chosen.get("search") ?? "").split(/\s+/).filter(Boolean);
  if (!wanted.length) return true;
  const all = plain(row.map(text).join(" "));
  return wanted.every((word) => all.includes(word));
};

const order = (found) => {
  const [, sign, name] = /^(-?)(.*)$/.exec(chosen.get("sort") ?? "");
  const column = names.indexOf(name);
  if (column < 0) return found;
  const way = sign ? -1 : 1;
  const keyed = found.map((row) => [row[column], text(row[column]), row]);
  // empty cells are last either way
  keyed.sort(([a, one], [b, other]) =>
    a === null || b === null ? (a === null) - (b === null)
    : way * (typeof a === "number" && typeof b === "number" ? a - b : one < other ? -1 : Number(one > other)));
  return keyed.map(([, , row]) => row);
};

const cellOf = (row, column) => {
  const cell = row[column];
  const td = document.createElement("td");
  if (typeof cell === "number") td.className = "number";
  else if (text(cell).length > LONG) td.className = "long";
  if (!Array.isArray(cell)) td.textContent = text(cell);
  else {
    const link = td.appendChild(document.createElement("a"));
    link.href = leadsTo(row, column);
    link.textContent = cell[0].length > LONGEST ? `${cell[0].slice(0, LONGEST)}…` : cell[0];
  }
  return td;
};

const show = async () => {
  const mine = ++turn;
  const narrow = [...chosen].some(([name, value]) => name !== "page" && name !== "columns" && value);
  const page = Math.max(0, Number(chosen.get("page") ?? 0) || 0);
  try {
    if (!(await read(narrow ? total : (page + 1) * PAGE, mine))) return;
  } catch (error) {
    state.textContent = error.message;
    return;
  }
  const found = narrow ? order(rows.filter(fits)) : rows;
  const seen = heads.flatMap((each, column) => (each.hidden ? [] : [column]));
  const count = narrow ? found.length : total;
  table.tBodies[0].replaceChildren(
    ...found.slice(page * PAGE, (page + 1) * PAGE).map((row) => {
      const tr = document.createElement("tr");
      tr.append(...seen.map((column) => cellOf(row, column)));
      return tr;
    }),
  );
  const last = Math.min(count, (page + 1) * PAGE);
  state.textContent = count > PAGE ? `${number(page * PAGE + 1)} to ${number(last)} of ${number(count)} rows`
    : `${number(count)} row${count === 1 ? "" : "s"}${count < total ? ` of ${number(total)}` : ""}`;
  pager.hidden = count <= PAGE;
  pager.querySelector("[data-step='-1']").disabled = page === 0;
  pager.querySelector("[data-step='1']").disabled = last >= count;
};

const choose = (name, value) => {
  if (value) chosen.set(name, value);
  else chosen.delete(name);
  if (name !== "page" && name !== "columns") chosen.delete("page");
  history.replaceState(null, "", `#${chosen}`);
  take();
};

const take = () => {
  chosen = new URLSearchParams(location.hash.slice(1));
  for (const control of form.elements) {
    if (control.type === "checkbox") control.checked = chosen.get(control.name) === control.value;
    else if (control.name && document.activeElement !== control) control.value = chosen.get(control.name) ?? "";
  }
  const sort = chosen.get("sort") ?? "";
  for (const each of heads) {
    const name = each.dataset.column;
    each.hidden = "forPrograms" in each.dataset && chosen.get("columns") !== "all";
    if (sort.replace("-", "") === name) each.ariaSort = sort.startsWith("-") ? "descending" : "ascending";
    else each.removeAttribute("aria-sort");
  }
  const narrowed = document.getElementById("narrowed");
  narrowed.replaceChildren();
  for (const [name, value] of chosen) {
    if (!names.includes(name) || form.elements[name]) continue;
    const button = narrowed.appendChild(document.createElement("button"));
    button.type = "button";
    button.textContent = `${name}: ${value} ×`;
    button.ariaLabel = `Remove the filter ${name}: ${value}`;
    button.onclick = () => choose(name, "");
  }
  show();
};

for (const each of heads) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = each.dataset.column;
  each.querySelector("span").replaceWith(button);
  const name = each.dataset.column;
  button.onclick = () => choose("sort", { [name]: `-${name}`, [`-${name}`]: "" }[chosen.get("sort")] ?? name);
}
let waiting;
form.addEventListener("input", ({ target }) => {
  clearTimeout(waiting);
  const value = target.type === "checkbox" && !target.checked ? "" : target.value;
  waiting = setTimeout(() => choose(target.name, value), target.tagName === "INPUT" && target.type !== "checkbox" ? 200 : 0);
});
form.addEventListener("submit", (event) => event.preventDefault());
pager.addEventListener("click", ({ target }) => {
  if (!target.dataset.step) return;
  choose("page", String((Number(chosen.get("page")) || 0) + Number(target.dataset.step)));
  table.scrollIntoView();
});
addEventListener("hashchange", take);
form.hidden = false;
take();
