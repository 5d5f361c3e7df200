// Without this script every problem is on the page; with it they can be searched.
"use strict";
const form = document.querySelector("form");
const [words, rule, table] = ["words", "rule", "table"].map((id) => document.getElementById(id));
const rows = [...document.querySelectorAll("#list tbody tr")].map((row) => [row, row.textContent.toLowerCase()]);

function filter() {
  const wanted = words.value.toLowerCase().split(" ").filter(Boolean);
  let found = 0;
  for (const [row, text] of rows) {
    const fits =
      (!rule.value || row.dataset.rule === rule.value) &&
      (!table.value || row.dataset.table === table.value) &&
      wanted.every((word) => text.includes(word));
    row.hidden = !fits;
    found += fits;
  }
  document.getElementById("found").textContent = found + " of " + rows.length + " shown";
}

function choose(name) {
  form.reset();
  if (![...rule.options].some((option) => option.value === name)) {
    rule.add(new Option(name, name));
  }
  rule.value = name;
  filter();
  document.getElementById("problems").scrollIntoView();
  rule.focus({ preventScroll: true });
}

if (rows.length) {
  form.hidden = false;
  form.addEventListener("input", filter);
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const button of document.querySelectorAll("button[data-rule]")) {
    button.addEventListener("click", () => choose(button.dataset.rule));
  }
  filter();
}
