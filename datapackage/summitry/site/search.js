"use strict";
// Searches the index: words in order, cut into files by their first letters. Every word of the question must be
// on a page; from two letters on the beginning of a word is enough.
const form = document.getElementById("search");
const state = document.getElementById("state");
const results = document.getElementById("results");
const firsts = globalThis.summitry.words;
const SHOWN = 100;
let turn = 0;

const wordsIn = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const pagesWith = async (word) => {
  const open = word.length > 1;
  const numbers = new Set();
  for (let place = 0; place < firsts.length; place++) {
    const next = firsts[place + 1];
    if (next !== undefined && next <= word && !next.startsWith(word)) continue;
    if (firsts[place] > word && !(open && firsts[place].startsWith(word))) break;
    for (const [key, ...steps] of await load(root, part("words", place + 1))) {
      if (open ? !key.startsWith(word) : key !== word) continue;
      let at = 0;
      for (const step of steps) numbers.add((at += step));
    }
  }
  return numbers;
};

// Where each file of names begins, and how many there are in all.
const starts = [0];
for (const size of form.dataset.sizes.split(" ")) starts.push(starts.at(-1) + Number(size));

const pageOf = async (wanted) => {
  const place = starts.findIndex((start) => start > wanted);
  return (await load(root, part("found", place)))[wanted - starts[place - 1]];
};

const search = async (question) => {
  const mine = ++turn;
  const words = wordsIn(question);
  results.replaceChildren();
  if (!words.length) {
    state.textContent = "";
    return;
  }
  state.textContent = "Searching …";
  let found = null;
  for (const word of words) {
    const numbers = await pagesWith(word);
    found = found === null ? numbers : new Set([...found].filter((each) => numbers.has(each)));
  }
  // those that most is told of have the lowest numbers
  const first = [...found].sort((a, b) => a - b).slice(0, SHOWN);
  const shown = await Promise.all(first.map(pageOf));
  if (mine !== turn) return;
  const count = found.size.toLocaleString("en");
  state.textContent = found.size > SHOWN ? `${count} pages, the first ${SHOWN} are shown` : `${count} page${found.size === 1 ? "" : "s"}`;
  results.replaceChildren(
    ...shown.map(([kind, name, more, address]) => {
      const item = document.createElement("li");
      const link = item.appendChild(document.createElement("a"));
      link.href = address;
      link.textContent = name;
      const about = item.appendChild(document.createElement("span"));
      about.className = "about";
      about.textContent = ` ${kind === more ? kind : `${kind}, ${more}`}`;
      return item;
    }),
  );
};

const ask = (question) => search(question).catch((error) => { state.textContent = error.message; });
let waiting;
form.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => ask(form.elements.q.value), 200);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  ask(form.elements.q.value);
});
form.elements.q.value = new URLSearchParams(location.search).get("q") ?? "";
ask(form.elements.q.value);
