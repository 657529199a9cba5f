// What was decided, what is still needed, and what would change it.
import { focusPath, labelOf } from "./form.js";
import { byId, el, sentence } from "./html.js";
import { t } from "./texts.js";

const jumps = (list) => el("ol", { class: "jumps" }, list.map(({ path, text, mark }) =>
  el("li", {}, el("button", { type: "button", class: "link", onclick: () => focusPath(path) }, text), mark ? el("span", { class: "mark" }, mark) : "")));

// showResult shows a reply of the library. With faults the last decision stays, marked as old.
export function showResult(reply) {
  const faulty = reply.faults.length > 0;
  markOld(faulty);
  document.body.classList.toggle("stale", faulty);
  for (const id of ["print", "save-notice"]) byId(id).disabled = faulty;
  byId("ask").replaceChildren(...(faulty ? toFill(reply.faults) : asked(reply)));
  if (faulty) {
    byId("brief").textContent = t("toFill");
    return;
  }
  document.body.classList.remove("undecided");
  byId("brief").textContent = `${sentence(reply.category)} · ${reply.total}`;
  byId("decided").replaceChildren(
    el("p", { class: `category ${reply.word}` }, sentence(reply.category)),
    el("dl", { class: "sums" }, el("div", {}, el("dt", {}, t("total")), el("dd", { class: "total" }, reply.total)),
      reply.range ? el("div", {}, el("dt", {}, t("range")), el("dd", {}, reply.range)) : ""),
    partsTable(reply.parts ?? []),
  );
  showNotice(reply.notice);
}

// showNotice shows the notice, a page of its own with its own style, in a shadow tree: there it looks
// and prints as by itself.
function showNotice(html) {
  const host = byId("notice");
  if (host.html === html) return;
  host.html = html;
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  root.replaceChildren(document.importNode(new DOMParser().parseFromString(html, "text/html").documentElement, true));
}

// clearResult takes away what was decided of another household.
export function clearResult() {
  document.body.classList.add("undecided");
  for (const id of ["decided", "ask", "ways", "chart"]) byId(id).replaceChildren();
  byId("brief").textContent = "";
  byId("decision-json").value = "";
  showNotice("");
}

// markOld says that what is shown was decided before something was typed that is not understood.
function markOld(old) {
  const box = byId("decided");
  box.querySelector(".old")?.remove();
  if (old && box.children.length > 0) box.prepend(el("p", { class: "old warning" }, t("old")));
}

function partsTable(parts) {
  const head = [t("benefit"), t("verdict"), t("payment")];
  return el("table", { class: "parts" },
    el("thead", {}, el("tr", {}, head.map((text) => el("th", { scope: "col" }, text)))),
    el("tbody", {}, parts.map((part) => el("tr", { class: part.verdict },
      el("th", { scope: "row" }, sentence(part.name), el("span", { class: "whom" }, part.member || t("wholeHousehold"))),
      el("td", {}, part.text), el("td", {}, part.payment ?? "")))));
}

function toFill(faults) {
  return [el("h3", {}, t("toFill")), jumps(faults.map(({ path, text }) => ({ path, text: path ? labelOf(path) : text })))];
}

function asked({ needs, word }) {
  if (!needs?.length) return [el("p", { class: "hint" }, t(word === "undetermined" ? "figuresMissing" : "nothingNeeded"))];
  return [el("h3", {}, t("needs")), el("p", { class: "hint" }, t("needsHint")),
    jumps(needs.map(({ path, settles }) => ({ path, text: labelOf(path), mark: t("settles", settles) })))];
}

// showNearest lists what is nearest to change the decision.
export function showNearest({ ways }) {
  byId("ways").replaceChildren(ways.length > 0 ? el("ul", {}, ways.map((way) => el("li", {}, sentence(way)))) : el("p", { class: "hint" }, t("nearestNone")));
}
