// The form. It shows what is stated, what is needed and what would change something; nothing else is
// asked, unless everything is asked for. What is shown does not move while one types.
import { control, newId } from "./controls.js";
import { byId, el, sentence } from "./html.js";
import { emptyMember, state, valueAt } from "./scenario.js";
import { t } from "./texts.js";

let facts = { fields: [], categories: [] };
let cards = []; // {prefix, fields, main, more, box, moreBox, kept}
let everything = false;
let changed = () => {};
const touched = new Set(); // paths that were left once: what is missing there is an error

// prepareForm takes the fields of the library, and what to call when something changes.
export function prepareForm(start, onChange) {
  facts = start;
  changed = onChange;
}

export function showEverything(on) {
  everything = on;
}

const stated = (path) => {
  const value = valueAt(path);
  return value !== undefined && value !== null && value !== "";
};

// rebuildForm makes the form anew: for another household or another language.
export function rebuildForm() {
  touched.clear();
  const own = facts.fields.filter((field) => !field.ofMember);
  const each = facts.fields.filter((field) => field.ofMember);
  cards = [newCard("", t("household"), own)];
  state.household.members.forEach((_, i) => cards.push(newCard(`members[${i}].`, t("member", i + 1), each, i)));
  byId("cards").replaceChildren(...cards.map((card) => card.element), el("button", { type: "button", id: "add", onclick: addMember }, t("addMember")));
}

function newCard(prefix, title, fields, member) {
  const card = { prefix, fields, main: [], more: [], wraps: new Map() };
  card.box = el("div", { class: "fields" });
  card.moreBox = el("div", { class: "fields" });
  card.details = el("details", { hidden: true }, el("summary", {}, t("offers")), el("p", { class: "hint" }, t("offersHint")), card.moreBox);
  const head = el("div", { class: "cardhead" }, el("h3", {}, title));
  if (member !== undefined && state.household.members.length > 1) {
    const id = state.household.members[member].id ?? member + 1;
    head.append(el("button", { type: "button", class: "quiet", "aria-label": t("removeMemberOf", id), onclick: () => removeMember(member) }, t("removeMember")));
  }
  card.element = el("section", { class: "card", "aria-label": title }, head, card.box, card.details);
  return card;
}

function addMember() {
  state.household.members.push(emptyMember((n) => t("newMember", n)));
  rebuildForm();
  changed();
  focusPath(`members[${state.household.members.length - 1}].born`);
}

function removeMember(i) {
  state.household.members.splice(i, 1);
  rebuildForm();
  changed();
  byId("add").focus();
}

// updateForm shows what the last decision asks for, and the faults of what was typed.
export function updateForm(reply) {
  for (const card of cards) arrange(card, reply);
  showFaults(reply.faults ?? []);
}

// arrange decides which fields of a card are shown: in the open, or among those that may apply.
function arrange(card, reply) {
  const rank = (list) => new Map((list ?? []).map((one, i) => [one.path, { ...one, i }]));
  const needs = rank(reply.needs);
  const offers = rank(reply.offers);
  const faulty = (path) => (reply.faults ?? []).some((fault) => fault.path === path || fault.path.startsWith(path + ".") || fault.path.startsWith(path + "["));
  const settled = reply.faults?.length > 0; // nothing new is known of what matters: what is shown stays
  const shown = (path, field) => stated(path) || needs.has(path) || faulty(path) || field.required && !field.name.includes(".") || field.kind === "id" || everything || card.wraps.get(field.name)?.contains(document.activeElement);
  const required = (name) => card.fields.some((field) => field.name === name && (field.required || field.kind === "id"));
  const place = (name) => (required(name) ? -1 : needs.get(card.prefix + name)?.i ?? Infinity);
  const order = (a, b) => (place(a) === place(b) ? 0 : place(a) - place(b));

  card.more = card.more.filter((name) => settled || offers.has(card.prefix + name) || stated(card.prefix + name) || card.wraps.get(name)?.contains(document.activeElement));
  const wanted = card.fields.filter((field) => !card.more.includes(field.name) && shown(card.prefix + field.name, field)).map((field) => field.name);
  card.main = card.main.filter((name) => wanted.includes(name) || (settled && !card.more.includes(name)));
  card.main.push(...wanted.filter((name) => !card.main.includes(name)).sort(order));
  const inMain = new Set(card.main);
  card.more = card.more.filter((name) => !inMain.has(name));
  const offered = card.fields.filter((field) => offers.has(card.prefix + field.name) && !inMain.has(field.name) && !card.more.includes(field.name));
  card.more.push(...offered.map((field) => field.name).sort((a, b) => offers.get(card.prefix + a).i - offers.get(card.prefix + b).i));

  putInto(card.box, card, card.main);
  putInto(card.moreBox, card, card.more);
  card.details.hidden = card.more.length === 0;
  for (const [name, wrap] of card.wraps) {
    const need = needs.get(card.prefix + name);
    wrap.classList.toggle("needed", need !== undefined);
    wrap.querySelector(".mark").textContent = need ? t("settles", need.settles) : "";
  }
}

// putInto puts fields into a box in order, without moving those that stand there.
function putInto(box, card, names) {
  const wraps = names.map((name) => wrapOf(card, name));
  for (const old of [...box.children]) if (!wraps.includes(old)) old.remove();
  wraps.forEach((wrap, i) => {
    if (box.children[i] !== wrap) box.insertBefore(wrap, box.children[i] ?? null);
  });
}

function wrapOf(card, name) {
  if (!card.wraps.has(name)) card.wraps.set(name, newWrap(card.fields.find((field) => field.name === name), card.prefix + name));
  return card.wraps.get(name);
}

// hintOf is the hint of a field, unless it speaks of how files state it: a form has other means.
function hintOf(field) {
  const ofFiles = ["id", "place", "incomes", "words"].includes(field.kind) || field.words?.some(({ word }) => field.hint.includes(word + " "));
  return ofFiles ? "" : sentence(field.hint);
}

// newWrap is a field with its label, its hint, its control and the place of its fault.
function newWrap(field, path) {
  const { made, group } = control(field, path, facts.categories, () => changed());
  const id = newId();
  const hint = el("p", { class: "hint", id: `${id}-hint` }, hintOf(field));
  const fault = el("p", { class: "fault", id: `${id}-fault` });
  const mark = el("span", { class: "mark" });
  const described = `${hint.id} ${fault.id}`;
  const leave = () => {
    touched.add(path);
    changed();
  };
  if (group) {
    return el("fieldset", { class: "field", "data-field": path, "aria-describedby": described, onfocusout: leave }, el("legend", {}, sentence(field.label), " ", mark), hint, made, fault);
  }
  made.id = id;
  made.setAttribute("aria-describedby", described);
  if (field.required) made.setAttribute("aria-required", "true");
  return el("div", { class: "field", "data-field": path, onfocusout: leave }, el("label", { for: id }, sentence(field.label), " ", mark), hint, made, fault);
}

// showFaults puts each fault beside its field. What is merely missing is no fault before the field was
// left once.
function showFaults(faults) {
  const fields = [...document.querySelectorAll("#form [data-field]")];
  for (const wrap of fields) {
    const path = wrap.dataset.field;
    const own = faults.filter((fault) => fault.path === path || fault.path.startsWith(path + ".") || fault.path.startsWith(path + "["));
    const said = own.filter((fault) => fault.code !== "required" || touched.has(path));
    const at = wrap.querySelector(".fault");
    const text = said.map((fault) => fault.text).join(" ");
    if (at.textContent !== text) at.textContent = text;
    wrap.classList.toggle("faulty", said.length > 0);
    for (const input of wrap.querySelectorAll("[data-path]")) {
      const wrong = said.some((fault) => fault.path === input.dataset.path);
      input.toggleAttribute("aria-invalid", false);
      if (wrong) input.setAttribute("aria-invalid", "true");
    }
  }
}

// labelOf names the field at a path, for a list of faults.
export function labelOf(path) {
  const match = /^members\[(\d+)\]\.?(.*)$/.exec(path);
  const name = match ? match[2] : path;
  const field = facts.fields.find((one) => one.ofMember === Boolean(match) && (name === one.name || name.startsWith(one.name + ".") || name.startsWith(one.name + "[")));
  const label = path === "on" ? t("day") : (field?.label ?? path);
  const member = match && (state.household.members[match[1]]?.id || t("member", Number(match[1]) + 1));
  return member ? `${member}: ${label}` : sentence(label);
}

// focusPath leads to the field at a path.
export function focusPath(path) {
  const all = [...document.querySelectorAll("#form [data-field]")];
  const wrap = all.find((one) => path === one.dataset.field) ?? all.find((one) => path.startsWith(one.dataset.field));
  if (!wrap) return;
  const details = wrap.closest("details");
  if (details) details.open = true;
  const exact = [...wrap.querySelectorAll("[data-path]")].find((one) => one.dataset.path === path);
  (exact ?? wrap.querySelector("input, select, button"))?.focus();
  wrap.scrollIntoView({ block: "center" });
}
