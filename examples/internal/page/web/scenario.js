// What is filled in, and its place in the fragment of the address. A fragment is sent to no server.
import { language } from "./texts.js";

// state is the one scenario of the page. Values stand as they were typed; the library tidies them.
export const state = {
  on: "",
  household: { members: [] },
  tables: [], // files: {name, text}
  laid: [], // what the library says of them: {id, kind, sha256}
  missing: [], // tables files that the link was made with and that are not here
};

const steps = (path) => path.match(/[^.[\]]+/g);

// valueAt returns what stands at a path of the household, such as "members[0].income[1].yuan".
export function valueAt(path) {
  return steps(path).reduce((at, step) => at?.[step], state.household);
}

// setAt states a value; "" and undefined take it back.
export function setAt(path, value) {
  const all = steps(path);
  const name = all.pop();
  const at = all.reduce((object, step) => (object[step] ??= {}), state.household);
  if (value === "" || value === undefined) delete at[name];
  else at[name] = value;
}

// emptyMember is a member of whom nothing is stated but an id that is free.
export function emptyMember(idOf) {
  const taken = new Set(state.household.members.map((m) => m.id));
  let n = state.household.members.length + 1;
  while (taken.has(idOf(n))) n++;
  return { id: idOf(n) };
}

// isForm reports whether a value has the outline of a household; the library checks the rest.
export function isForm(value) {
  const object = (v) => v !== null && typeof v === "object" && !Array.isArray(v);
  return object(value) && Array.isArray(value.members) && value.members.length > 0 && value.members.every(object);
}

// writeFragment puts the scenario into the address.
export function writeFragment() {
  const { on, household, laid } = state;
  const tables = laid.map(({ id, sha256 }) => ({ id, sha256 }));
  const bytes = new TextEncoder().encode(JSON.stringify({ lang: language(), on, household, tables }));
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  try {
    history.replaceState(null, "", "#" + text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", ""));
  } catch {
    // a browser may refuse too many changes in a short time; the next one is written again
  }
}

// readFragment returns the scenario of the address: null where there is none, and an error where it
// cannot be read.
export function readFragment() {
  const text = location.hash.slice(1);
  if (text === "") return null;
  const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
  const read = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  if (!isForm(read.household)) throw new Error("no household");
  return { lang: read.lang, on: String(read.on ?? ""), household: read.household, tables: Array.isArray(read.tables) ? read.tables : [] };
}
