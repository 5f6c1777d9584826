/** Requests that were given up on: why, and what to do with them. */

import * as api from "./api.js";
import { confirm, notice } from "./dialog.js";
import { h, keyed, text, unfolding } from "./dom.js";
import { ago, count, many, moment } from "./format.js";
import { pretty } from "./json.js";
import { state, watch } from "./state.js";

function fact(name, value) {
  return value ? [h("dt", {}, name), h("dd", {}, value)] : null;
}

async function decide(service, letter, action, reload) {
  const replay = action === "REPLAY";
  const harm = replay && letter.mayHaveRun;
  const sure = await confirm(
    replay ? "Replay this request?" : "Drop this request?",
    harm
      ? "It may have run already, and its method is not idempotent: running it again may do harm."
      : replay
        ? "It goes back into the queue of " + service + ", with a new deadline."
        : "It is gone for good.",
    harm ? "Run it again" : replay ? "Replay" : "Drop",
    harm || !replay,
  );
  if (!sure) return;
  try {
    const { done, text: said } = await api.act(action, service, { id: letter.id, mayHaveRun: harm });
    notice(said, done);
  } catch (refused) {
    notice(refused.message, false);
  }
  reload();
}

function entry(service, letter, reload) {
  const actions = state.session.actions
    ? h(
        "div",
        { class: "row" },
        h("button", { class: "button primary", onclick: () => decide(service, letter, "REPLAY", reload) }, "Replay"),
        h("button", { class: "button danger", onclick: () => decide(service, letter, "DROP", reload) }, "Drop"),
      )
    : null;
  return unfolding(
    [
      h("span", { class: "strong" }, letter.method || "(no method)"),
      h("span", { class: "reason" }, letter.reason),
      letter.mayHaveRun ? h("span", { class: "pill warn" }, "may have run") : null,
      h("time", { class: "muted" }, ago(letter.at, Date.now())),
    ],
    () => [
      h(
        "dl",
        { class: "facts" },
        fact("Given up", moment(letter.at)),
        fact("Attempts", letter.attempts ? count(letter.attempts) : ""),
        fact("Last worker", letter.worker),
        fact("Caller", letter.caller),
        fact("Error", letter.errorType && letter.errorType + ": " + letter.errorMessage),
        fact("Replayed from", letter.replayedFrom),
        fact("Id", h("code", {}, letter.id)),
      ),
      pretty(letter.request),
      actions,
    ],
  );
}

async function decideOnAll(service, action, total, reload) {
  const replay = action === "REPLAY";
  const sure = await confirm(
    replay ? "Replay all " + count(total) + "?" : "Drop all " + count(total) + "?",
    replay
      ? "They go back into the queue of " + service + ", with new deadlines. Those stay that may have run and whose methods are not idempotent."
      : "They are gone for good.",
    replay ? "Replay all" : "Drop all",
    !replay,
  );
  if (!sure) return;
  try {
    const { done, text: said } = await api.act(action, service, { all: true });
    notice(said, done);
  } catch (refused) {
    notice(refused.message, false);
  }
  reload();
}

function list(main, service) {
  const rows = h("div");
  const none = h("p", { class: "empty", hidden: true });
  const items = h("div", { class: "card letters" }, rows, none);
  const total = h("p", { class: "muted" });
  const pager = h("div", { class: "row" });
  const replayAll = h("button", { class: "button", hidden: true, onclick: () => decideOnAll(service, "REPLAY", known, load) }, "Replay all");
  const dropAll = h("button", { class: "button danger", hidden: true, onclick: () => decideOnAll(service, "DROP", known, load) }, "Drop all");
  const newer = []; // where the pages before this one begin: large letters make short pages
  let from = 0;
  let known = 0;
  const load = async () => {
    try {
      const page = await api.deadLetters(service, from);
      if (page.letters.length === 0 && newer.length > 0) {
        from = newer.pop();
        return load();
      }
      keyed(rows, page.letters, (each) => each.id, (each) => ({ element: entry(service, each, load) }), () => {});
      none.hidden = page.letters.length > 0;
      text(none, "No request was given up on.");
      text(total, many(page.total, "dead letter"));
      known = page.total;
      replayAll.hidden = dropAll.hidden = !state.session.actions || known === 0;
      const next = from + page.letters.length;
      const turn = (label, possible, go) => h("button", { class: "button", disabled: !possible, onclick: () => (go(), load()) }, label);
      const back = turn("Newer", newer.length > 0, () => (from = newer.pop()));
      const on = turn("Older", page.letters.length > 0 && next < page.total, () => (newer.push(from), (from = next)));
      pager.replaceChildren(...(newer.length > 0 || next < page.total ? [back, on] : []));
    } catch (refused) {
      none.hidden = false;
      text(none, refused.message);
    }
  };
  main.append(
    h("p", { class: "crumbs" }, h("a", { href: "#/dead" }, "Dead letters")),
    h("div", { class: "head" }, h("h1", {}, service), total, h("div", { class: "row" }, h("button", { class: "button", onclick: load }, "Look again"), replayAll, dropAll)),
    items,
    pager,
  );
  load();
}

function services(main) {
  const body = h("div", { class: "card letters" });
  const none = h("p", { class: "empty" }, "No request was given up on.");
  const other = h("input", { type: "search", class: "filter", placeholder: "Service that nobody serves", "aria-label": "Service that nobody serves" });
  const open = (event) => {
    event.preventDefault();
    const name = other.value.trim();
    if (name) location.hash = "#/dead/" + encodeURIComponent(name);
  };
  const form = h("form", { class: "row", onsubmit: open }, other, h("button", { class: "button" }, "Open"));
  main.append(h("div", { class: "head" }, h("h1", {}, "Dead letters"), form), body, none);
  return watch(({ snapshot }) => {
    if (!snapshot) return;
    const some = snapshot.services.filter((each) => each.dead > 0).sort((a, b) => b.dead - a.dead);
    none.hidden = some.length > 0;
    body.hidden = some.length === 0;
    keyed(
      body,
      some,
      (each) => each.name,
      (each) => {
        const number = h("strong", { class: "alarm" });
        return { number, element: h("a", { class: "line-link", "data-row": true, href: "#/dead/" + encodeURIComponent(each.name) }, h("span", { class: "strong" }, each.name), number) };
      },
      ({ number }, each) => text(number, count(each.dead)),
    );
  });
}

export function dead(main, [service]) {
  return service ? list(main, service) : services(main);
}
