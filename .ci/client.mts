// A client generated from the OpenAPI document talks to the service: node client.mjs URL. The types are those of the document, so that
// what does not fit it does not compile. It exits with 1 where an answer is not what it should be.
import createClient from "openapi-fetch";
import type { components, paths } from "./openapi.d.ts";

const client = createClient<paths>({ baseUrl: process.argv[2] ?? "" });
const on = "2020-10-01";
const household: components["schemas"]["household"] = {
  id: "h-17",
  division: "430223",
  residence: "rural",
  property: "within",
  members: [
    { id: "father", born: "1968-03-02", relation: "applicant", income: [{ kind: "wages", yuan: "500.00", per: "month" }] },
    { id: "son", born: "1995-07-15", relation: "dependent-adult-child", income: [], disability: { category: "intellectual", grade: 1, longTermCare: "yes" } },
  ],
};

let failed = 0;
function check(what: string, ok: boolean, saw: unknown): void {
  if (!ok) {
    failed++;
    console.error(`not so: ${what}`, JSON.stringify(saw));
  }
}

const assessed = await client.POST("/v1/assess", { params: { query: { on } }, body: household });
const decision = assessed.data;
if (decision === undefined || typeof decision === "string") {
  throw new Error(`no decision: ${JSON.stringify(assessed.error)}`);
}
check("the family is on dibao", decision.category === "dibao" && decision.id === household.id, decision);

const verified = await client.POST("/v1/verify", { body: { decision, household } });
check("what was answered is verified", verified.data?.same === true && verified.data.sameStandards, verified);

const explained = await client.POST("/v1/explain", { params: { query: { on } }, body: household });
check("the decision is explained", typeof explained.data === "object" && explained.data.steps.length > 0, explained);

const between = await client.POST("/v1/between", { params: { query: { on } }, body: { ...household, property: undefined } });
check("the bounds are amounts a month", between.data?.least.per === "month", between);

const nearest = await client.POST("/v1/nearest", { params: { query: { on } }, body: { ...household, property: "over" } });
check("there is a way", (nearest.data?.ways.length ?? 0) > 0, nearest);

const standards = await client.GET("/v1/standards", { params: { query: { on } } });
check("the rows name their documents", standards.data?.rows.every((row) => row.document !== "") ?? false, standards.error);

const refused = await client.POST("/v1/assess", { params: { query: { on } }, body: { ...household, members: [] } });
check("the fault is told at its place", refused.error?.errors?.[0]?.pointer === "/members", refused);

const notice = await client.POST("/v1/notice", { params: { query: { on }, header: { "Accept-Language": "en" } }, headers: { Accept: "text/html" }, body: household, parseAs: "text" });
check("the notice is a page", notice.data?.startsWith('<!DOCTYPE html>\n<html lang="en">') ?? false, notice.error);

// The service builds the page when it is first asked for: that takes the folder of the module, in which it runs here.
let page = await client.GET("/", { parseAs: "text" });
for (let tried = 0; page.response.status === 503 && tried < 150; tried++) {
  await new Promise((resolve) => setTimeout(resolve, 2000));
  page = await client.GET("/", { parseAs: "text" });
}
check("the page is served", page.data?.includes("<title>") ?? false, page.error);

console.log(`the generated client: ${failed} answers otherwise than they should be`);
process.exit(failed > 0 ? 1 : 0);
