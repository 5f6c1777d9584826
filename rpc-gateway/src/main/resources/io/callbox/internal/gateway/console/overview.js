/** All services at a glance: waiting requests, rates and failures. */

import { h, keyed, mark, s, text } from "./dom.js";
import { ago, count, many, micros, millis, rate } from "./format.js";
import { watch } from "./state.js";

const WIDTH = 96;
const HEIGHT = 24;

/** The course of a rate, drawn without a scale, because only its shape matters. */
function sparkline() {
  const line = s("polyline", { class: "line" });
  const area = s("polygon", { class: "area" });
  const base = s("line", { class: "base", x1: 0, x2: WIDTH, y1: HEIGHT - 1, y2: HEIGHT - 1 });
  const svg = s("svg", { class: "spark", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none", "aria-hidden": "true" }, base, area, line);
  return {
    svg,
    update(history) {
      const most = Math.max(1, ...history);
      const step = WIDTH / 59;
      const start = WIDTH - (history.length - 1) * step;
      const points = history.map((each, at) => `${(start + at * step).toFixed(1)},${(HEIGHT - 2 - (each / most) * (HEIGHT - 5)).toFixed(1)}`);
      line.setAttribute("points", points.join(" "));
      area.setAttribute("points", history.length > 1 ? `${start.toFixed(1)},${HEIGHT} ${points.join(" ")} ${WIDTH},${HEIGHT}` : "");
    },
  };
}

/** Returns the state of a service in a word or two. */
export function health(service) {
  if (service.paused) return ["paused", "Paused"];
  if (service.providers.length === 0) return ["bad", "Nobody serves"];
  if (service.mixed) return ["warn", "Mixed versions"];
  if (service.oldestMs > 10_000) return ["warn", "Behind"];
  return ["good", "Healthy"];
}

export function pill(service) {
  const element = h("span", { class: "pill" });
  return {
    element,
    update(now) {
      const [kind, label] = health(now);
      element.className = "pill " + kind;
      text(element, label);
    },
  };
}

function tile(label, hint) {
  const value = h("strong", {});
  const note = h("span", { class: "muted" }, hint ?? "");
  return { element: h("div", { class: "tile card" }, h("span", { class: "tile-label" }, label), value, note), value, note };
}

function row(service) {
  const spark = sparkline();
  const state = pill(service);
  const cells = {};
  const cell = (name, label) => (cells[name] = h("td", { "data-label": label, class: "number" }));
  const nodes = h("span", { class: "muted sub" });
  const element = h(
    "tr",
    {},
    h("td", { class: "name" }, h("a", { href: "#/services/" + encodeURIComponent(service.name), "data-row": true }, service.name), nodes),
    h("td", { "data-label": "State" }, state.element),
    h("td", { "data-label": "Calls", class: "trend" }, spark.svg, (cells.rate = h("span", { class: "figure" }))),
    cell("depth", "Waiting"),
    cell("oldest", "Oldest"),
    cell("p50", "Median"),
    cell("p99", "99 %"),
    cell("failures", "Failing"),
    cell("dead", "Dead"),
  );
  return {
    element,
    update(now) {
      state.update(now);
      spark.update(now.history);
      text(nodes, many(now.providers.length, "node") + (now.shards > 1 ? ", " + many(now.shards, "shard") : ""));
      text(cells.rate, rate(now.rate));
      text(cells.depth, count(now.depth));
      mark(cells.depth, "zero", now.depth === 0);
      text(cells.oldest, now.depth ? millis(now.oldestMs) : "–");
      text(cells.p50, micros(now.p50));
      text(cells.p99, micros(now.p99));
      text(cells.failures, rate(now.failures));
      mark(cells.failures, "zero", !now.failures);
      mark(cells.failures, "alarm", now.failures > 0);
      text(cells.dead, count(now.dead));
      mark(cells.dead, "zero", now.dead === 0);
      mark(cells.dead, "alarm", now.dead > 0);
    },
  };
}

function failure({ method, error }) {
  const when = h("time", { class: "muted" });
  const what = h("span", { class: "reason" });
  const [service] = method.split(/\.(?=[^.]*$)/);
  const element = h("a", { class: "line-link", "data-row": true, href: "#/services/" + encodeURIComponent(service) }, h("span", { class: "strong" }, method), what, when);
  return {
    element,
    update(now, at) {
      text(what, now.error.status + ": " + now.error.message);
      text(when, ago(now.error.at, at));
    },
  };
}

const failures = (services) =>
  services
    .flatMap((each) => each.methods.filter((method) => method.lastError).map((method) => ({ method: each.name + "." + method.name, error: method.lastError })))
    .sort((a, b) => b.error.at - a.error.at)
    .slice(0, 6);

export function overview(main) {
  const tiles = { rate: tile("Calls"), depth: tile("Waiting"), failures: tile("Failing"), dead: tile("Dead letters") };
  const body = h("tbody");
  const wrong = h("div");
  const wrongCard = h("section", { class: "card letters", hidden: true }, h("h2", {}, "Latest failures"), wrong);
  let filter = "";
  let shown = [];
  const none = h("p", { class: "empty" });
  const draw = () => {
    const wanted = shown.filter((each) => each.name.toLowerCase().includes(filter));
    keyed(body, wanted, (each) => each.name, row, (entry, each) => entry.update(each));
    none.hidden = wanted.length > 0;
    text(none, shown.length ? "No service has such a name." : "Nobody serves anything yet.");
  };
  const heads = ["Service", "State", "Calls", "Waiting", "Oldest", "Median", "99 %", "Failing", "Dead"];
  main.append(
    h(
      "div",
      { class: "head" },
      h("h1", {}, "Overview"),
      h("input", {
        type: "search",
        class: "filter",
        placeholder: "Filter services",
        "aria-label": "Filter services",
        "data-filter": true,
        oninput: (event) => {
          filter = event.target.value.toLowerCase();
          draw();
        },
      }),
    ),
    h("section", { class: "tiles", "aria-label": "In all" }, Object.values(tiles).map((each) => each.element)),
    h(
      "section",
      { class: "card table-card" },
      h("table", { class: "stack" }, h("thead", {}, h("tr", {}, heads.map((each, at) => h("th", { class: at > 2 ? "number" : null }, each)))), body),
      none,
    ),
    wrongCard,
  );
  return watch(({ snapshot }) => {
    if (!snapshot) return;
    shown = snapshot.services;
    const sum = (name) => shown.reduce((all, each) => all + (each[name] ?? 0), 0);
    text(tiles.rate.value, rate(sum("rate")));
    text(tiles.rate.note, count(sum("running")) + " running");
    text(tiles.depth.value, count(sum("depth")));
    text(tiles.depth.note, "oldest " + (sum("depth") ? millis(Math.max(0, ...shown.map((each) => each.oldestMs))) : "–"));
    text(tiles.failures.value, rate(sum("failures")));
    text(tiles.failures.note, count(sum("failed")) + " since the nodes started");
    text(tiles.dead.value, count(sum("dead")));
    text(tiles.dead.note, many(shown.filter((each) => each.dead > 0).length, "service"));
    mark(tiles.dead.value, "alarm", sum("dead") > 0);
    const latest = failures(shown);
    wrongCard.hidden = latest.length === 0;
    keyed(wrong, latest, (each) => each.method, failure, (entry, each) => entry.update(each, snapshot.at));
    draw();
  });
}
