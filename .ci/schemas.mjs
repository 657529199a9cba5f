// Holds ajv to the samples of the JSON Schemas: node schemas.mjs REPOSITORY DECISIONS PRINTED. PRINTED is a folder of what programs print,
// each file with the name of its schema. It exits with 1 where a schema takes what is faulty or refuses what is not.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv/dist/2020.js";
import formats from "ajv-formats";

const [repository, decisions, printed] = process.argv.slice(2);
const read = (...path) => JSON.parse(readFileSync(join(...path), "utf8").replace(/^\uFEFF/, ""));

const ajv = new Ajv.default({ allErrors: true });
formats.default(ajv);
const validators = {};
const ending = ".schema.json";
for (const name of readdirSync(join(repository, "assistance/schema")).filter((name) => name.endsWith(ending))) {
  validators[name.slice(0, -ending.length)] = ajv.compile(read(repository, "assistance/schema", name));
}

let checked = 0;
let failed = 0;
function check(format, value, valid, what) {
  checked++;
  if (validators[format](value) !== valid) {
    failed++;
    console.error(`${format}: ${what} is ${valid ? "refused" : "taken"}`, validators[format].errors ?? "");
  }
}

for (const [format, { valid, faulty }] of Object.entries(read(repository, "assistance/schema/testdata/samples.json"))) {
  valid.forEach((value) => check(format, value, true, JSON.stringify(value)));
  faulty.forEach(({ why, value }) => check(format, value, false, why));
}

const all = read(decisions);
for (const decision of all) {
  check("decision", decision, true, `the decision on ${decision.id}`);
  check("decision", { ...decision, Category: "none" }, false, "a field differently cased");
  check("decision", { ...decision, on: "2020-02-30" }, false, "a day that does not exist");
  check("decision", { ...decision, on: undefined, digest: 1 }, false, "a digest that is a number");
}

const prints = readdirSync(printed);
for (const name of prints) {
  const format = name.replace(/\.json$/, "");
  const value = read(printed, name);
  check(format, value, true, `what ${format} is printed`);
  check(format, { ...value, other: 1 }, false, "a field that is not known");
  const { complete: _, ...rest } = value;
  check(format, rest, false, "a field that is missing");
}

const files = readdirSync(join(repository, "examples/testdata")).filter((name) => name.endsWith(".json"));
for (const name of files) {
  const value = read(repository, "examples/testdata", name);
  const format = value.cases ? "cases" : value.rows ? "tables" : value.members ? "household" : "";
  if (format !== "") {
    check(format, value, true, name);
  }
}

if (all.length === 0 || prints.length === 0 || files.length === 0) {
  console.error("there was nothing to check");
  process.exit(1);
}
console.log(`ajv: ${checked} values checked, ${failed} otherwise than they should be`);
process.exit(failed > 0 ? 1 : 0);
