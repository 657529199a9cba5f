// The total against the income of one member: straight lines between the points at which something
// changes, cliffs where it jumps, and the household's own point.
import { byId, el, svg } from "./html.js";
import { t } from "./texts.js";

const height = 300;
const margin = { left: 56, right: 16, top: 30, bottom: 46 };
let last = null;

const yuanOf = (fen) => (fen / 100).toFixed(2);

// ticks are round numbers of yuan, in fen, from 0 to most.
function ticks(most, count) {
  const rough = Math.max(most / 100 / count, 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((n) => n * power).find((n) => n >= rough) * 100;
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, i) => i * step);
}

// showChart draws a chart of the library.
export function showChart(chart) {
  last = chart;
  redrawChart();
}

export function redrawChart() {
  const box = byId("chart");
  if (!last || last.why) {
    box.replaceChildren(last?.why ? el("p", { class: "hint" }, last.why) : "");
    return;
  }
  box.replaceChildren(drawing(last, Math.max(280, Math.min(box.clientWidth || 640, 1110))), legend(last),
    el("p", { class: "hint" }, t("chartKind", last.kind), last.apart ? " " + t("chartApart") : ""),
    el("details", {}, el("summary", {}, t("chartBounds")), el("ul", {}, last.bounds.map((text) => el("li", {}, text)))));
}

function drawing(chart, width) {
  const top = Math.max(chart.most * 1.12, 100_00);
  const x = (fen) => margin.left + (fen / chart.until) * (width - margin.left - margin.right);
  const y = (fen) => height - margin.bottom - (fen / top) * (height - margin.top - margin.bottom);
  const across = ticks(chart.until, width < 480 ? 4 : 8).map((fen) => svg("g", {},
    svg("line", { class: "grid", x1: x(fen), x2: x(fen), y1: y(0), y2: y(0) + 5 }),
    svg("text", { x: x(fen), y: y(0) + 20, "text-anchor": "middle" }, fen / 100)));
  const up = ticks(top, 5).map((fen) => svg("g", {},
    svg("line", { class: "grid", x1: margin.left, x2: width - margin.right, y1: y(fen), y2: y(fen) }),
    svg("text", { x: margin.left - 8, y: y(fen) + 4, "text-anchor": "end" }, fen / 100)));
  const lines = chart.segments.map((one) => svg("line", {
    class: `total ${one.open ? "open" : one.atLeast ? "least" : ""}`,
    x1: x(one.from.x), y1: y(one.from.y), x2: x(one.to.x), y2: y(one.to.y) }));
  const cliffs = chart.cliffs.map((one) => svg("g", {}, svg("title", {}, one.text),
    svg("line", { class: "cliff", x1: x(one.x), x2: x(one.x), y1: y(one.before), y2: y(one.after) }),
    svg("circle", { class: "before", cx: x(one.x), cy: y(one.before), r: 3.5 }), svg("circle", { class: "after", cx: x(one.x), cy: y(one.after), r: 3.5 })));
  return svg("svg", { viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-label": t("chartSummary", chart.cliffs.length) },
    up, across, svg("text", { class: "axis", x: width - margin.right, y: height - 6, "text-anchor": "end" }, t("chartAxisX")),
    svg("text", { class: "axis", x: 4, y: 14 }, t("chartAxisY")), lines, cliffs, own(chart, x, y, width));
}

function own({ own: point }, x, y, width) {
  if (!point) return "";
  const half = 125; // of the text
  return svg("g", {}, svg("circle", { class: "own", cx: x(point.x), cy: y(point.y), r: 6 }),
    svg("text", { class: "own", x: Math.min(Math.max(x(point.x), margin.left + half), width - half), y: y(point.y) - 12, "text-anchor": "middle" },
      `${t("chartOwn")} ${yuanOf(point.x)} → ${yuanOf(point.y)}`));
}

// legend explains only what stands in the chart.
function legend(chart) {
  const has = (test) => chart.segments.some(test);
  const key = (kind, text) => el("li", {}, svg("svg", { width: 34, height: 12, "aria-hidden": "true" }, svg("line", { class: kind, x1: 1, x2: 33, y1: 6, y2: 6 })), text);
  const keys = [
    has((one) => one.atLeast && !one.open) ? key("total least", t("chartAtLeast")) : "",
    has((one) => one.open) ? key("total open", t("chartOpen")) : "",
    chart.cliffs.length > 0 ? key("cliff", t("chartCliff")) : "",
  ];
  return el("ul", { class: "legend" }, keys);
}
