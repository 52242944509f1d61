// 只让体检更顺手：没有它一切照常。
"use strict";

const form = document.querySelector("[data-upload]");
if (form) upload(form);
const progress = document.querySelector("[data-progress]");
if (progress) follow(progress);
const findings = [...document.querySelectorAll(".finding[data-marks]")];
if (findings.length > 0) walk(findings);
const list = document.querySelector("[data-list]");
if (list) peek(list);
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

function upload(form) {
  const state = form.querySelector("[data-state]");
  const bar = form.querySelector("[data-bar]");
  const button = form.querySelector("button[type=submit]");
  const text = form.querySelector("textarea");
  const limit = { files: +form.dataset.maxFiles, file: +form.dataset.maxFile, total: +form.dataset.maxTotal };
  const choosers = [...form.querySelectorAll("[data-chooser]")].map(root => chooser(root, limit, show));
  const [current] = choosers;

  function show() {
    const all = choosers.flatMap(c => c.items());
    const total = all.reduce((sum, item) => sum + item.file.size, 0);
    const over = total > limit.total || choosers.some(c => c.items().length > limit.files);
    const last = all.length - current.items().length;
    state.textContent = all.length === 0 ? ""
      : `已选 ${current.items().length} 个${last > 0 ? `，上年的 ${last} 个` : ""}，共 ${sizeOf(total)}${over ? "，超出限度的部分不会检查" : ""}`;
  }

  form.addEventListener("submit", event => {
    event.preventDefault();
    if (current.items().length === 0 && text.value.trim() === "") {
      say(summary("还没有可以检查的内容", "请选择至少一个文件，或粘贴报告正文。"));
      return;
    }
    send();
  });

  function send() {
    const request = new XMLHttpRequest();
    const native = () => { button.disabled = false; form.submit(); };
    const body = new FormData(form);
    for (const c of choosers) c.fill(body);
    button.disabled = true;
    bar.hidden = false;
    state.textContent = "正在上传……";
    request.upload.addEventListener("progress", event => {
      if (event.lengthComputable) bar.value = 100 * event.loaded / event.total;
    });
    request.upload.addEventListener("load", () => {
      bar.removeAttribute("value");
      state.textContent = "已经收到，正在检查……";
    });
    request.addEventListener("load", () => {
      if (request.status === 200) { location.assign(request.responseURL); return; }
      // 没有收下时，把说明取来放在这一页：选好的文件还在。
      const said = new DOMParser().parseFromString(request.responseText, "text/html").querySelector(".error-summary");
      if (!said) { native(); return; }
      bar.hidden = true;
      button.disabled = false;
      say(document.importNode(said, true));
      show();
    });
    request.addEventListener("error", native);
    request.open("POST", form.action);
    request.send(body);
  }

  function say(box) {
    document.querySelector("main .error-summary")?.remove();
    document.querySelector("main").prepend(box);
    box.focus();
    box.scrollIntoView({ block: "nearest" });
  }

  function summary(title, message) {
    const box = element("div", "error-summary");
    box.setAttribute("role", "alert");
    box.tabIndex = -1;
    const item = element("li");
    const link = element("a", "", message);
    link.href = "#files";
    item.append(link);
    const lines = element("ul");
    lines.append(item);
    box.append(element("h2", "", title), lines);
    return box;
  }
}

// 一个文件框和一个文件夹框，选两次是两次都要，不是后一次顶掉前一次；拖进来的文件夹也展开。
function chooser(root, limit, changed) {
  const shown = 200;
  const [input, folder] = root.querySelectorAll("input[type=file]");
  const drop = root.querySelector("[data-drop]");
  const list = root.querySelector("[data-chosen]");
  let chosen = [];

  const put = items => {
    chosen = items.filter((item, index) => items.findIndex(other => same(item, other)) === index);
    const all = new DataTransfer();
    for (const item of chosen) if (item.field === input.name) all.items.add(item.file);
    input.files = all.files;
    show();
    changed();
  };
  const take = (files, field) => put([...chosen, ...[...files].map(file => ({ file, field, name: file.webkitRelativePath || file.name }))]);
  input.addEventListener("change", () => take(input.files, input.name));
  folder.addEventListener("change", () => take(folder.files, folder.name));
  for (const name of ["dragenter", "dragover"]) {
    drop.addEventListener(name, event => { event.preventDefault(); drop.classList.add("is-over"); });
  }
  for (const name of ["dragleave", "drop"]) drop.addEventListener(name, () => drop.classList.remove("is-over"));
  drop.addEventListener("drop", async event => {
    event.preventDefault();
    const entries = [...event.dataTransfer.items].map(item => item.webkitGetAsEntry?.()).filter(entry => entry);
    const files = [...event.dataTransfer.files];
    if (!entries.some(entry => entry.isDirectory)) { take(files, input.name); return; }
    const found = [];
    for (const entry of entries) await gather(entry, found, 3 * limit.files);
    put([...chosen, ...found.map(({ file, path }) => ({ file, field: folder.name, name: path }))]);
  });
  if (input.files.length > 0) take(input.files, input.name);

  function same(one, other) {
    return one.name === other.name && one.file.size === other.file.size && one.file.lastModified === other.file.lastModified;
  }

  function show() {
    list.hidden = chosen.length === 0;
    const lines = chosen.slice(0, shown).map(item => {
      const line = element("li");
      const name = element("bdi", "", item.name);
      const size = element("span", "quiet", item.file.size > limit.file ? `${sizeOf(item.file.size)}，太大，不会检查` : sizeOf(item.file.size));
      const remove = element("button", "plain", "移除");
      remove.type = "button";
      remove.setAttribute("aria-label", `移除 ${item.name}`);
      remove.addEventListener("click", () => { put(chosen.filter(other => other !== item)); input.focus(); });
      line.append(name, size, remove);
      return line;
    });
    if (chosen.length > shown) lines.push(element("li", "quiet", `等共 ${chosen.length} 个`));
    list.replaceChildren(...lines);
  }

  return {
    items: () => chosen,
    fill(body) {
      body.delete(input.name);
      body.delete(folder.name);
      for (const item of chosen) body.append(item.field, item.file, item.name);
    },
  };
}

async function gather(entry, found, most) {
  if (found.length >= most) return;
  if (entry.isFile) {
    const file = await new Promise((done, fail) => entry.file(done, fail));
    found.push({ file, path: entry.fullPath.replace(/^\//, "") });
    return;
  }
  const reader = entry.createReader();
  for (;;) {
    const some = await new Promise((done, fail) => reader.readEntries(done, fail));
    if (some.length === 0) return;
    for (const inner of some) await gather(inner, found, most);
  }
}

// 进度：隔一会儿取一次，查完就换成结果。取不到时接着试，地址照样能刷新。
async function follow(panel) {
  const address = panel.dataset.progress;
  for (;;) {
    await new Promise(done => setTimeout(done, 700));
    let fresh = null;
    try {
      const answer = await fetch(address, { cache: "no-store" });
      fresh = answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-progress]") : null;
      if (!answer.ok) { location.reload(); return; }
    } catch {
      continue;
    }
    if (!fresh || fresh.dataset.state !== "running") { location.reload(); return; }
    if (panel.contains(document.activeElement)) {
      panel.querySelector(".progress__say").replaceChildren(...document.importNode(fresh.querySelector(".progress__say"), true).childNodes);
      panel.querySelector("progress").value = fresh.querySelector("progress").value;
    } else {
      panel.replaceChildren(...document.importNode(fresh, true).childNodes);
    }
    document.title = document.title.replace(/\d+\/\d+/, fresh.querySelector("b").textContent.match(/\d+\/\d+/)[0]);
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
    for (const id of findings[at].dataset.marks.split(" ")) document.getElementById(id)?.classList.add("is-current");
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

// 清单的框里下面还有几条；正在看的一条滚到框里。
function peek(list) {
  const more = document.querySelector("[data-more]");
  const current = list.querySelector("[aria-current]");
  if (current && list.scrollHeight > list.clientHeight) list.scrollTop = current.offsetTop - list.offsetTop - list.clientHeight / 3;
  if (!more) return;
  const count = () => {
    const bottom = list.getBoundingClientRect().bottom;
    const below = [...list.children].filter(item => item.getBoundingClientRect().top > bottom - 8).length;
    more.textContent = below > 0 ? `下面还有 ${below} 条，在框里上下滑动` : "到底了";
    more.hidden = list.scrollHeight <= list.clientHeight + 4;
  };
  list.addEventListener("scroll", count, { passive: true });
  addEventListener("resize", count);
  count();
}

function element(name, css, text) {
  const made = document.createElement(name);
  if (css) made.className = css;
  if (text) made.textContent = text;
  return made;
}

function sizeOf(bytes) {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
