// The controls by which a fact is stated, one for each kind of field.
import { el } from "./html.js";
import { setAt, valueAt } from "./scenario.js";
import { t } from "./texts.js";

let lastId = 0;
export const newId = () => `c${++lastId}`;

const textOf = (value) => (value === undefined || value === null ? "" : String(value));

// labelled is a small control with its label above it.
function labelled(text, control) {
  control.id = newId();
  return el("div", { class: "sub" }, el("label", { for: control.id }, text), control);
}

function input(path, attributes, changed) {
  const change = (event) => {
    setAt(path, event.target.value);
    changed();
  };
  return el("input", { type: "text", autocomplete: "off", spellcheck: "false", "data-path": path, value: textOf(valueAt(path)), oninput: change, ...attributes });
}

// select offers words; where none needs to be chosen, the first says so.
function select(path, words, none, changed) {
  const change = (event) => {
    setAt(path, event.target.value);
    changed();
  };
  const now = textOf(valueAt(path));
  const offered = words.map(({ word, text }) => el("option", { value: word, selected: word === now }, text));
  if (none) offered.unshift(el("option", { value: "" }, t("notStated")));
  const made = el("select", { "data-path": path, onchange: change }, offered);
  made.value = words.some(({ word }) => word === now) ? now : none ? "" : words[0].word;
  return made;
}

const periods = () => [
  { word: "month", text: t("month") },
  { word: "year", text: t("year") },
];

function yuan(path, changed) {
  return labelled(t("yuan"), input(path, { inputmode: "decimal", class: "money" }, changed));
}

function amount(path, changed) {
  if (valueAt(path)?.per === undefined && valueAt(path)) setAt(`${path}.per`, "month");
  const stated = () => {
    if (textOf(valueAt(`${path}.yuan`)) === "") setAt(path, undefined);
    else if (!valueAt(`${path}.per`)) setAt(`${path}.per`, "month");
    changed();
  };
  return el("div", { class: "row" }, yuan(`${path}.yuan`, stated), labelled(t("per"), select(`${path}.per`, periods(), false, stated)));
}

// list edits a list of rows. Not stated and none are two things: the buttons keep them apart.
function list(path, { row, fresh, add, none }, changed) {
  const box = el("div", { class: "list" });
  const draw = (focus) => {
    const rows = valueAt(path);
    const redraw = (at) => {
      draw(at);
      changed();
    };
    const buttons = [
      el("button", { type: "button", class: "quiet", onclick: () => {
        setAt(path, [...(valueAt(path) ?? []), fresh()]);
        redraw("last");
      } }, add),
    ];
    if (none && !(rows?.length > 0)) {
      buttons.push(el("label", { class: "check" }, el("input", { type: "checkbox", checked: Array.isArray(rows), "data-path": path, onchange: (event) => {
        setAt(path, event.target.checked ? [] : undefined);
        changed();
      } }), none));
    }
    box.replaceChildren(...(rows ?? []).map((_, i) => row(i, () => {
      const left = valueAt(path).filter((_, other) => other !== i);
      setAt(path, left.length > 0 ? left : undefined);
      redraw("button");
    })), el("div", { class: "buttons" }, buttons));
    if (focus === "last") [...box.querySelectorAll(".entry")].at(-1)?.querySelector("select, input")?.focus();
    if (focus === "button") box.querySelector(".buttons button").focus();
  };
  draw();
  return box;
}

function incomes(path, field, changed) {
  return list(path, {
    add: t("addIncome"),
    none: t("noIncome"),
    fresh: () => ({ kind: field.words[0].word, yuan: "", per: "month" }),
    row: (i, remove) => {
      const at = `${path}[${i}]`;
      const months = labelled(t("months"), input(`${at}.months`, { inputmode: "numeric", class: "short" }, changed));
      const monthly = () => {
        months.hidden = valueAt(`${at}.per`) !== "month";
        if (months.hidden) setAt(`${at}.months`, undefined);
      };
      const per = select(`${at}.per`, periods(), false, () => {
        monthly();
        changed();
      });
      monthly();
      return el("div", { class: "entry row", role: "group", "aria-label": `${field.label} ${i + 1}` },
        labelled(t("incomeKind"), select(`${at}.kind`, field.words, false, changed)), yuan(`${at}.yuan`, changed), labelled(t("per"), per), months,
        el("button", { type: "button", class: "quiet", "aria-label": t("removeIncome", i + 1), onclick: remove }, t("remove")));
    },
  }, changed);
}

function components(path, field, changed, categories) {
  const grades = ["1", "2", "3", "4"].map((word) => ({ word, text: word }));
  return list(path, {
    add: t("addComponent"),
    fresh: () => ({ category: categories[0].word, grade: "1" }),
    row: (i, remove) => el("div", { class: "entry row", role: "group", "aria-label": `${field.label} ${i + 1}` },
      labelled(t("category"), select(`${path}[${i}].category`, categories, false, changed)),
      labelled(t("grade"), select(`${path}[${i}].grade`, grades, false, changed)),
      el("button", { type: "button", class: "quiet", "aria-label": t("removeComponent", i + 1), onclick: remove }, t("remove"))),
  }, changed);
}

// words are boxes to be ticked. An empty list is a statement of its own.
function words(path, field, changed) {
  const boxes = field.words.map(({ word }) => el("input", { type: "checkbox", value: word, checked: valueAt(path)?.includes?.(word), "data-path": path }));
  const none = el("input", { type: "checkbox", checked: valueAt(path)?.length === 0 });
  const state = (event) => {
    if (event.target === none && none.checked) boxes.forEach((box) => (box.checked = false));
    const ticked = boxes.filter((box) => box.checked).map((box) => box.value);
    if (ticked.length > 0) none.checked = false;
    setAt(path, ticked.length > 0 || none.checked ? ticked : undefined);
    changed();
  };
  [...boxes, none].forEach((box) => box.addEventListener("change", state));
  const tick = (box, text) => el("label", { class: "check" }, box, text);
  return el("div", { class: "checks" }, boxes.map((box, i) => tick(box, field.words[i].text)), tick(none, t("allManaged")));
}

// control makes the control of a field. Groups have several inputs and are named by a legend.
export function control(field, path, categories, changed) {
  switch (field.kind) {
    case "place":
      return { made: select(path, field.words, true, changed) };
    case "word":
      return { made: select(path, field.words, true, changed) };
    case "date":
      return { made: input(path, { inputmode: "text", placeholder: "1968-03-02", class: "short" }, changed) };
    case "number":
      return { made: input(path, { inputmode: "numeric", class: "short" }, changed) };
    case "amount":
      return { made: amount(path, changed), group: true };
    case "incomes":
      return { made: incomes(path, field, changed), group: true };
    case "components":
      return { made: components(path, field, changed, categories), group: true };
    case "words":
      return { made: words(path, field, changed), group: true };
    default:
      return { made: input(path, {}, changed) };
  }
}
