"use strict";
// Shows the words, or the row, that the address names: all stretches of them, and what is folded around them.
const shown = () => {
  for (const each of document.querySelectorAll(".here")) each.classList.remove("here");
  const name = decodeURIComponent(location.hash.slice(1));
  const target = name && document.getElementById(name);
  if (!target) return;
  for (let around = target.closest("details"); around; around = around.parentElement.closest("details")) around.open = true;
  const stretches = document.querySelectorAll(`[data-rows~="${CSS.escape(name)}"]`);
  for (const each of stretches) each.classList.add("here");
  if (!stretches.length && target.id.startsWith("r-")) target.classList.add("here");
  (stretches[0] ?? target).scrollIntoView({ block: "center" });
};
addEventListener("hashchange", shown);
// once everything is there, as the browser itself goes to the anchor before
addEventListener("load", shown);

// Loads files of rows: scripts, as nothing else may be read from a disk; each once.
const loading = {};
const load = (root, name) =>
  (loading[name] ??= new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = `${root}data/${name}.js`;
    script.onload = () => {
      script.remove();
      done(globalThis.summitry[name]);
    };
    script.onerror = () => {
      delete loading[name];
      failed(new Error(`${name} cannot be read`));
    };
    document.head.append(script);
  }));
const part = (name, number) => `${name}-${String(number).padStart(4, "0")}`;
const root = document.body.dataset.root;
