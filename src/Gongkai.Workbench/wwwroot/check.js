// 只让体检更顺手：没有它一切照常。
"use strict";

const form = document.querySelector("[data-upload]");
if (form) upload(form);
const findings = [...document.querySelectorAll(".finding")];
if (findings.length > 0) walk(findings);
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

function upload(form) {
  const input = form.querySelector("input[type=file]");
  const text = form.querySelector("textarea");
  const drop = form.querySelector("[data-drop]");
  const list = form.querySelector("[data-chosen]");
  const state = form.querySelector("[data-state]");
  const bar = form.querySelector("[data-bar]");
  const button = form.querySelector("button[type=submit]");
  const limit = { files: +form.dataset.maxFiles, file: +form.dataset.maxFile, total: +form.dataset.maxTotal };
  let chosen = [];

  const put = files => {
    const all = new DataTransfer();
    for (const file of files) all.items.add(file);
    chosen = files;
    input.files = all.files;
    show();
  };

  // 选两次是两次都要，不是后一次顶掉前一次。
  input.addEventListener("change", () => put([...chosen, ...input.files].filter(first)));
  for (const name of ["dragenter", "dragover"]) {
    drop.addEventListener(name, event => { event.preventDefault(); drop.classList.add("is-over"); });
  }
  for (const name of ["dragleave", "drop"]) drop.addEventListener(name, () => drop.classList.remove("is-over"));
  drop.addEventListener("drop", event => {
    event.preventDefault();
    put([...chosen, ...event.dataTransfer.files].filter(first));
  });

  function first(file, index, files) {
    return files.findIndex(f => f.name === file.name && f.size === file.size && f.lastModified === file.lastModified) === index;
  }

  function show() {
    list.hidden = chosen.length === 0;
    list.replaceChildren(...chosen.map((file, index) => {
      const item = document.createElement("li");
      const name = document.createElement("bdi");
      name.textContent = file.name;
      const size = document.createElement("span");
      size.className = "quiet";
      size.textContent = file.size > limit.file ? `${sizeOf(file.size)}，太大，不会检查` : sizeOf(file.size);
      const remove = document.createElement("button");
      remove.type = "button";
      remove.className = "plain";
      remove.textContent = "移除";
      remove.setAttribute("aria-label", `移除 ${file.name}`);
      remove.addEventListener("click", () => { put(chosen.filter((_, i) => i !== index)); input.focus(); });
      item.append(name, size, remove);
      return item;
    }));
    const total = chosen.reduce((sum, file) => sum + file.size, 0);
    const over = chosen.length > limit.files || total > limit.total;
    state.textContent = chosen.length === 0 ? "" : `已选 ${chosen.length} 个，共 ${sizeOf(total)}${over ? "，超出限度的部分不会检查" : ""}`;
  }

  form.addEventListener("submit", event => {
    if (chosen.length === 0 && input.files.length === 0 && text.value.trim() === "") return;
    event.preventDefault();
    send();
  });

  function send() {
    const request = new XMLHttpRequest();
    const native = () => { button.disabled = false; form.submit(); };
    button.disabled = true;
    bar.hidden = false;
    state.textContent = "正在上传……";
    request.upload.addEventListener("progress", event => {
      if (event.lengthComputable) bar.value = 100 * event.loaded / event.total;
    });
    request.upload.addEventListener("load", () => {
      bar.removeAttribute("value");
      state.textContent = "正在检查……";
    });
    request.addEventListener("load", () => {
      if (request.status === 200) location.assign(request.responseURL);
      else native();
    });
    request.addEventListener("error", native);
    request.open("POST", form.action);
    request.send(new FormData(form));
  }

  function sizeOf(bytes) {
    return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
  }
}

function walk(findings) {
  const hint = document.querySelector("[data-keys]");
  if (hint) hint.hidden = false;
  let at = -1;
  const mark = () => {
    document.querySelectorAll(".is-current").forEach(e => e.classList.remove("is-current"));
    if (at < 0) return;
    findings[at].classList.add("is-current");
    for (const id of findings[at].dataset.cells.split(" ")) document.getElementById(id)?.classList.add("is-current");
  };
  findings.forEach((finding, index) => finding.addEventListener("focusin", () => { at = index; mark(); }));
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
    const step = event.key === "j" ? 1 : event.key === "k" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = Math.min(findings.length - 1, Math.max(0, at + step));
    findings[next].focus({ preventScroll: true });
    findings[next].scrollIntoView({ block: "center" });
  });
}
