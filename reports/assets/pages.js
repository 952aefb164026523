// Little helps on top of pages that work without them: dropping files, looking again, keys.
"use strict";

const zone = document.getElementById("dropzone");
const chooser = document.getElementById("workbook");

function list(files, place) {
  place.replaceChildren(...files.map((file) => {
    const line = document.createElement("li");
    line.textContent = `${file.name} (${Math.ceil(file.size / 1024).toLocaleString()} KB)`;
    return line;
  }));
}

function showChosen() {
  const files = [...chooser.files];
  list(files, document.getElementById("chosen"));
  const tooLarge = files.reduce((sum, file) => sum + file.size, 0) > Number(zone.dataset.most);
  chooser.setCustomValidity(tooLarge ? zone.dataset.tooLarge : "");
  if (tooLarge) chooser.reportValidity();
}

if (zone && chooser) {
  chooser.addEventListener("change", showChosen);
  for (const name of ["dragenter", "dragover"]) {
    zone.addEventListener(name, (event) => { event.preventDefault(); zone.classList.add("over"); });
  }
  for (const name of ["dragleave", "drop"]) {
    zone.addEventListener(name, () => zone.classList.remove("over"));
  }
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    chooser.files = event.dataTransfer.files;
    showChosen();
  });
  // A file dropped beside the zone must not replace the page.
  for (const name of ["dragover", "drop"]) window.addEventListener(name, (event) => event.preventDefault());
}

for (const box of document.querySelectorAll(".file input")) {
  box.addEventListener("change", () => list([...box.files], box.parentElement.querySelector(".chosen")));
}

// One press, one request: what is sent is not sent again while the answer is on its way.
for (const form of document.forms) {
  form.addEventListener("submit", () => {
    setTimeout(() => { for (const button of form.querySelectorAll("button")) button.disabled = true; });
  });
}
window.addEventListener("pageshow", () => {
  for (const button of document.querySelectorAll("button:disabled")) button.disabled = false;
});

// What is under way is asked for again until it has moved on.
const running = [...document.querySelectorAll("[data-job]")]
  .filter((mark) => ["waiting", "judging"].includes(mark.dataset.state));

async function lookAgain() {
  for (const mark of running) {
    const answer = await fetch(`/jobs/${mark.dataset.job}/state`);
    if (!answer.ok || (await answer.json()).state !== mark.dataset.state) {
      const typing = document.activeElement && /^(TEXTAREA|SELECT)$/.test(document.activeElement.tagName);
      if (!typing && !(chooser && chooser.files.length)) { location.reload(); return; }
    }
  }
  setTimeout(lookAgain, 700);
}
if (running.length) setTimeout(lookAgain, 400);

document.addEventListener("keydown", (event) => {
  if (event.altKey || event.metaKey) return;
  if (event.ctrlKey && event.key === "Enter") {
    const save = document.querySelector("button[data-key=Enter]");
    if (save) { event.preventDefault(); save.form.requestSubmit(save); }
    return;
  }
  const typing = /^(TEXTAREA|SELECT)$/.test(event.target.tagName)
    || (event.target.tagName === "INPUT" && event.target.type !== "radio");
  if (typing || event.ctrlKey) return;
  const wanted = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!wanted) return;
  event.preventDefault();
  if (wanted.type === "radio") { wanted.checked = true; wanted.focus(); } else wanted.click();
});
