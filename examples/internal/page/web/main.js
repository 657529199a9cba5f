// The page begins here: it starts the library, and decides whenever something changes.
import { redrawChart, showChart } from "./chart.js";
import { startEngine } from "./engine.js";
import { layTables, prepareFiles, say, showTables } from "./files.js";
import { focusPath, prepareForm, rebuildForm, showEverything, updateForm } from "./form.js";
import { byId, el, later, save, whole } from "./html.js";
import { clearResult, showNearest, showResult } from "./result.js";
import { emptyMember, isForm, readFragment, state, writeFragment } from "./scenario.js";
import { language, setLanguage, t } from "./texts.js";

let desk; // decides while one types
let side; // what takes longer: what would change it, and the chart
let begun; // what the library says of the form, in the language of the page
let round = 0;
let chartMember = "";

const request = () => ({ lang: language(), on: state.on, household: state.household });

// decide decides what is filled in, and shows it unless something changed meanwhile.
async function decide() {
  const mine = ++round;
  writeFragment();
  if (state.missing.length > 0) {
    clearResult();
    return;
  }
  const asked = structuredClone(request());
  const reply = await desk.call("decide", asked);
  if (mine !== round) return;
  updateForm(reply);
  showResult(reply);
  showDay(reply.faults.find((fault) => fault.path === "on"));
  if (reply.faults.length > 0) {
    byId("decision-json").value = "";
    return;
  }
  byId("household-json").value = JSON.stringify(JSON.parse(reply.household), null, 1);
  byId("decision-json").value = reply.decision;
  showMembers();
  beside(mine, asked);
}

// beside computes what takes longer, once nothing changed for a while.
const beside = later(250, async (mine, asked) => {
  if (mine !== round) return;
  await side.call("tables", { lang: language(), files: state.tables });
  const nearest = await side.call("nearest", asked);
  if (mine !== round) return;
  showNearest(nearest);
  const chart = await side.call("chart", { ...asked, member: chartMember });
  if (mine !== round) return;
  showChart(chart);
  document.body.dataset.shown = String(mine); // all of it is of the same household
});

const changed = later(80, decide);

function showDay(fault) {
  byId("on-fault").textContent = fault?.text ?? "";
  byId("on").toggleAttribute("aria-invalid", false);
  if (fault) byId("on").setAttribute("aria-invalid", "true");
}

// showMembers offers whose income the chart moves.
function showMembers() {
  const ids = state.household.members.map((m) => String(m.id ?? ""));
  if (!ids.includes(chartMember)) {
    const earner = state.household.members.find((m) => m.income?.length > 0);
    chartMember = String((earner ?? state.household.members[0]).id);
  }
  const select = byId("chart-member");
  select.replaceChildren(...ids.map((id) => el("option", { value: id }, id)));
  select.value = chartMember;
}

// load takes a household in place of the one that is filled in.
function load(household) {
  state.household = structuredClone(household);
  rebuildForm();
  changed();
}

// loadText takes a household as JSON, as strictly as the library reads it.
async function loadText(text, name) {
  const { household, faults } = await desk.call("read", { lang: language(), on: state.on, household: text });
  const lines = faults.map((fault) => (fault.path ? `${fault.path}: ${fault.text}` : fault.text));
  const at = byId("json-fault");
  at.textContent = "";
  if (faults.length === 0) load(household);
  else if (name) say([t("faultsIn", name), ...lines]);
  else at.textContent = lines.join(" ");
}

// speak shows the page in a language, with all that is filled in.
async function speak(lang) {
  setLanguage(lang);
  document.title = t("title");
  for (const at of document.querySelectorAll("[data-t]")) at.textContent = t(at.dataset.t);
  for (const button of document.querySelectorAll("[data-lang]")) button.setAttribute("aria-pressed", String(button.dataset.lang === language()));
  begun = await desk.call("start", request());
  byId("day-hint").textContent = whole(t("dayHint", begun.first, begun.last));
  byId("version").textContent = t("version", begun.dataVersion);
  byId("family").replaceChildren(el("option", { value: "" }, t("familyNone")), ...begun.families.map((one, i) => el("option", { value: String(i) }, one.title)));
  prepareForm(begun, changed);
  rebuildForm();
  showTables();
  await decide();
  document.body.dataset.spoken = language(); // all of it is in one language
}

// open takes the scenario of the address, or begins anew.
function open() {
  let scenario = null;
  try {
    scenario = readFragment();
  } catch {
    say([t("badLink")]);
  }
  state.on = scenario?.on ?? "";
  state.household = scenario?.household ?? { members: [] };
  state.missing = (scenario?.tables ?? []).filter((one) => !state.laid.some((file) => file.sha256 === one.sha256));
  if (!isForm(state.household)) state.household = { members: [emptyMember((n) => t("newMember", n))] };
  return scenario?.lang;
}

function listen() {
  addEventListener("unhandledrejection", (event) => say([String(event.reason?.message ?? event.reason)]));
  byId("form").addEventListener("submit", (event) => event.preventDefault());
  byId("on").addEventListener("input", (event) => {
    state.on = event.target.value;
    changed();
  });
  byId("family").addEventListener("change", (event) => {
    const family = begun.families[event.target.value];
    if (!family) return;
    byId("on").value = state.on = family.on;
    load(family.household);
  });
  byId("everything").addEventListener("change", (event) => {
    showEverything(event.target.checked);
    decide();
  });
  byId("chart-member").addEventListener("change", (event) => {
    chartMember = event.target.value;
    decide();
  });
  byId("json-load").addEventListener("click", () => loadText(byId("household-json").value));
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.addEventListener("click", () => navigator.clipboard?.writeText(byId(button.dataset.copy).value).then(() => (button.textContent = t("copied"))));
  }
  for (const button of document.querySelectorAll("[data-lang]")) button.addEventListener("click", () => speak(button.dataset.lang));
  byId("save-notice").addEventListener("click", () => save("notice.html", "text/html;charset=utf-8", byId("notice").html));
  byId("print").addEventListener("click", () => print());
  byId("brief").addEventListener("click", () => byId("result").scrollIntoView());
  addEventListener("resize", later(150, redrawChart));
}

async function begin() {
  setLanguage(navigator.language.startsWith("zh") ? "zh" : "en");
  const lang = open();
  if (lang) setLanguage(lang);
  [desk, side] = await Promise.all([startEngine(), startEngine()]);
  prepareFiles(desk, loadText, decide);
  const { suggested } = await desk.call("start", request());
  byId("on").value = state.on ||= suggested;
  listen();
  await speak(language());
  addEventListener("hashchange", () => {
    const lang = open();
    byId("on").value = state.on ||= suggested;
    speak(lang ?? language());
  });
  byId("loading").hidden = true;
  byId("page").hidden = false;
  redrawChart();
}

begin().catch((fault) => {
  byId("loading").textContent = `${t("broken")} (${fault.message})`;
});
