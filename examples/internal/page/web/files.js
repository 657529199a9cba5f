// Files that are dropped or chosen: tables, households and registers. They are read here and go
// nowhere.
import { startEngine } from "./engine.js";
import { byId, el, save } from "./html.js";
import { state } from "./scenario.js";
import { language, t } from "./texts.js";

let desk;
let loadHousehold;
let changed;

// prepareFiles takes the engine that decides, and what to do with a household.
export function prepareFiles(engine, onHousehold, onChange) {
  [desk, loadHousehold, changed] = [engine, onHousehold, onChange];
  const over = (event) => {
    if (![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    document.body.classList.add("dropping");
  };
  addEventListener("dragenter", over);
  addEventListener("dragover", over);
  addEventListener("dragleave", (event) => event.relatedTarget ?? document.body.classList.remove("dropping"));
  addEventListener("drop", (event) => {
    event.preventDefault();
    document.body.classList.remove("dropping");
    takeFiles([...event.dataTransfer.files]);
  });
  byId("file").addEventListener("change", (event) => takeFiles([...event.target.files]).then(() => (event.target.value = "")));
}

async function takeFiles(files) {
  for (const file of files) await takeFile(file);
}

// takeFile tells by what stands in a file what it is.
async function takeFile(file) {
  say([]);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const text = new TextDecoder().decode(bytes);
  if (!/^\s*[[{]/.test(text)) {
    if (!/[,\t;]/.test(text)) say([t("fileUnknown", file.name)]);
    else await decideRegister(file.name, bytes);
    return;
  }
  let outline;
  try {
    outline = JSON.parse(text);
  } catch {
    outline = /"members"\s*:/.test(text) ? { members: [] } : { rows: [] };
  }
  if (outline.members) await loadHousehold(text, file.name);
  else if (outline.rows || outline.kind) await layTables([...state.tables, { name: file.name, text }]);
  else say([t("fileUnknown", file.name)]);
}

// say shows what is wrong with a file; the first line names it.
export function say(lines) {
  byId("filefaults").replaceChildren(...(lines.length > 0 ? [el("p", {}, lines[0]), el("ul", {}, lines.slice(1).map((line) => el("li", {}, line)))] : []));
}

// layTables lays tables files; a file with a fault changes nothing.
export async function layTables(files) {
  const reply = await desk.call("tables", { lang: language(), files });
  if (reply.faults.length > 0) {
    say([t("faultsIn", reply.faults[0].path || files.at(-1).name), ...reply.faults.map((fault) => fault.text)]);
    return;
  }
  state.tables = files;
  state.laid = reply.files;
  state.missing = state.missing.filter((one) => !reply.files.some((file) => file.sha256 === one.sha256));
  if (reply.warnings.length > 0) say([t("notes"), ...reply.warnings.map((fault) => `${fault.path}: ${fault.text}`)]);
  showTables();
  changed();
}

// showTables says which tables govern.
export function showTables() {
  const list = state.laid.map((file, i) => el("li", {}, t("tablesLaid", file.id, file.kind), file.title ? el("span", { class: "hint" }, file.title) : "",
    el("button", { type: "button", class: "quiet", "aria-label": `${t("remove")} ${file.id}`, onclick: () => layTables(state.tables.filter((_, other) => other !== i)) }, t("remove"))));
  const box = byId("tables");
  box.replaceChildren(list.length > 0 ? el("ul", { class: "laid" }, list) : el("p", { class: "hint" }, t("tablesNone")));
  if (state.missing.length > 0) {
    box.append(el("div", { class: "warning", role: "alert" }, el("p", {}, t("tablesMissing", state.missing.map((one) => one.id).join(", "))),
      el("button", { type: "button", onclick: () => {
        state.missing = [];
        showTables();
        changed();
      } }, t("tablesWithout"))));
  }
}

// decideRegister decides a register in a worker of its own, so that the form goes on meanwhile.
async function decideRegister(name, bytes) {
  const box = byId("register");
  const done = el("p", { role: "status" }, t("registerOn", name, 0));
  const engine = await startEngine();
  const stop = el("button", { type: "button", onclick: () => {
    engine.stop();
    box.replaceChildren();
    box.hidden = true;
  } }, t("registerStop"));
  box.hidden = false;
  box.replaceChildren(el("h2", {}, t("register")), done, stop);
  box.scrollIntoView({ block: "nearest" });
  try {
    await engine.call("tables", { lang: language(), files: state.tables });
    const request = { lang: language(), on: state.on };
    const reply = await engine.register(request, bytes, (n) => (done.textContent = t("registerOn", name, n)));
    box.replaceChildren(...registerResult(name, reply));
  } catch (fault) {
    box.replaceChildren(el("h2", {}, t("register")), el("p", { class: "fault" }, `${name}: ${fault.message}`));
  } finally {
    engine.stop();
  }
}

function registerResult(name, reply) {
  const table = el("table", {}, el("thead", {}, el("tr", {}, reply.head.map((text) => el("th", { scope: "col" }, text)))),
    el("tbody", {}, reply.rows.map((row) => el("tr", {}, row.map((text, i) => el(i === 0 ? "th" : "td", i === 0 ? { scope: "row" } : {}, text))))));
  return [
    el("h2", {}, t("register")),
    el("p", { role: "status" }, t("registerDone", name, reply.households, reply.refused)),
    el("p", { class: "total" }, t("registerTotal"), reply.total),
    el("ul", {}, (reply.counts ?? []).map((one) => el("li", {}, t("registerCount", one.category, one.households, one.people)))),
    reply.warned > 0 ? el("p", { class: "hint" }, t("registerWarned", reply.warned)) : "",
    ...(reply.faults.length > 0 ? [el("p", {}, t("registerFaults")), el("ul", { class: "fault" }, reply.faults.map((text) => el("li", {}, text)))] : []),
    el("p", { class: "hint" }, t("registerMasked"), " ", t("registerShown", reply.rows.length)),
    el("div", { class: "scroll", role: "region", tabindex: "0", "aria-label": t("register") }, table),
    el("button", { type: "button", onclick: () => save(name.replace(/\.[^.]*$/, "") + "-decisions.csv", "text/csv;charset=utf-8", reply.csv) }, t("registerSave")),
  ].filter((one) => one !== "");
}
