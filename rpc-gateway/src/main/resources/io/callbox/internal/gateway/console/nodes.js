/** The nodes that are there, and those that have come and gone while the page was open. */

import { h, keyed, mark, text } from "./dom.js";
import { ago, many } from "./format.js";
import { watch } from "./state.js";

const KINDS = { up: "came", down: "left", again: "started again" };

/** Returns the revision of most nodes for each service; other revisions are marked. */
function usual(nodes) {
  const counts = new Map();
  for (const node of nodes) {
    for (const { name, revision } of node.services) {
      const of = counts.get(name) ?? counts.set(name, new Map()).get(name);
      of.set(revision, (of.get(revision) ?? 0) + 1);
    }
  }
  return new Map([...counts].map(([name, of]) => [name, [...of].sort((a, b) => b[1] - a[1])[0][0]]));
}

function row(node) {
  const since = h("td", { "data-label": "Started", class: "number" });
  const services = h("div", { class: "chips" });
  const labels = Object.entries(node.labels).map(([name, value]) => h("span", { class: "chip quiet" }, name + "=" + value));
  const element = h(
    "tr",
    {},
    h("td", { class: "name" }, h("span", { class: "strong", tabindex: "0", "data-row": true }, node.id), h("span", { class: "muted sub" }, `${node.host} · process ${node.process}`)),
    h("td", { "data-label": "Version" }, node.version ?? "–"),
    h("td", { "data-label": "Serves" }, services, node.services.length ? null : h("span", { class: "muted" }, "only calls")),
    h("td", { "data-label": "Labels" }, h("div", { class: "chips" }, labels)),
    since,
  );
  return {
    element,
    update({ services: served, startedAt }, revisions, now) {
      text(since, ago(startedAt, now));
      keyed(
        services,
        served,
        (each) => each.name + each.revision,
        (each) => ({ element: h("a", { class: "chip", href: "#/services/" + encodeURIComponent(each.name) }, each.name, h("code", {}, each.revision.slice(0, 6))) }),
        (entry, each) => mark(entry.element, "odd", revisions.get(each.name) !== each.revision),
      );
    },
  };
}

const time = (millis) => new Date(millis).toLocaleTimeString();

const when = ({ since, at }) => (since ? `${time(since)} – ${time(at)}` : time(at));

export function nodes(main) {
  const body = h("tbody");
  const note = h("p", { class: "muted" });
  const log = h("ol", { class: "log" });
  const quiet = h("p", { class: "empty" }, "No node was seen to come or go.");
  main.append(
    h("div", { class: "head" }, h("h1", {}, "Nodes"), note),
    h(
      "section",
      { class: "card table-card" },
      h("table", { class: "stack" }, h("thead", {}, h("tr", {}, ["Node", "Version", "Serves", "Labels"].map((each) => h("th", {}, each)), h("th", { class: "number" }, "Started"))), body),
    ),
    h("section", { class: "card" }, h("h2", {}, "Coming and going"), log, quiet),
  );
  return watch(({ snapshot, changes }) => {
    if (!snapshot) return;
    const revisions = usual(snapshot.nodes);
    text(note, many(snapshot.nodes.length, "node"));
    keyed(body, snapshot.nodes, (each) => each.id + each.startedAt, row, (entry, each) => entry.update(each, revisions, snapshot.at));
    quiet.hidden = changes.length > 0;
    keyed(
      log,
      changes,
      (each) => each,
      (each) => ({ element: h("li", { class: each.kind }, h("time", {}, when(each)), h("span", {}, each.id), KINDS[each.kind]) }),
      () => {},
    );
  });
}
