/** Dead letters: the reasons, and the actions on them. */

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
        h("button", { class: "button primary", "data-key": "r", onclick: () => decide(service, letter, "REPLAY", reload) }, "Replay"),
        h("button", { class: "button danger", "data-key": "x", onclick: () => decide(service, letter, "DROP", reload) }, "Drop"),
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

const HOUR = 3_600_000;
const AGES = [
  ["", "At any time"],
  ["newer:" + HOUR, "Within an hour"],
  ["newer:" + 24 * HOUR, "Within a day"],
  ["older:" + HOUR, "More than an hour ago"],
  ["older:" + 24 * HOUR, "More than a day ago"],
];
const TYPING_MILLIS = 300;

/** The fields of the filter, which is {method, caller, reason, older, newer}. */
function filters(changed) {
  let timer;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(changed, TYPING_MILLIS);
  };
  const field = (label, more) => h("input", { type: "search", class: "narrow", placeholder: label, "aria-label": label, oninput: soon, ...more });
  const named = { title: "A whole name; * stands for any text" };
  const method = field("Method", { "data-filter": true, ...named });
  const caller = field("Caller", named);
  const reason = field("Reason");
  const age = h("select", { class: "narrow", "aria-label": "When", onchange: changed }, AGES.map(([value, label]) => h("option", { value }, label)));
  return {
    element: h("div", { class: "row", role: "search" }, method, caller, reason, age),
    read() {
      const [name, millis] = age.value.split(":");
      const all = { method: method.value.trim(), caller: caller.value.trim(), reason: reason.value.trim(), ...(millis ? { [name]: millis } : {}) };
      return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ""));
    },
  };
}

async function decideOnAll(service, action, filter, expected) {
  const replay = action === "REPLAY";
  const some = Object.keys(filter).length > 0;
  const which = some ? "all that the filter lets through" : "all";
  const sure = await confirm(
    (replay ? "Replay " : "Drop ") + which + "?",
    replay
      ? "They go back into the queue of " + service + ", with new deadlines. Those stay that may have run and whose methods are not idempotent."
      : "They are gone for good.",
    replay ? "Replay all" : "Drop all",
    !replay,
  );
  if (!sure) return;
  const run = Date.now().toString(36) + Math.random().toString(36).slice(2);
  expected(run);
  await asked(() => api.act(action, service, { all: true, filter, run }), true);
}

/** Carries out an action and shows its outcome; a quiet one shows only failures. */
async function asked(action, quiet) {
  try {
    const { done, text: said } = await action();
    if (!done || !quiet) notice(said, done);
  } catch (refused) {
    notice(refused.message, false);
  }
}

/** Shows the progress of a bulk run, whichever page has started it. */
function bulk(service, ended) {
  const what = h("p", { class: "strong" });
  const bar = h("progress", { "aria-label": "Progress" });
  const far = h("span", { class: "muted" });
  const stop = h("button", { class: "button", onclick: () => run && asked(() => api.act(run.action, service, { stop: run.id }), true) }, "Stop");
  const element = h("section", { class: "card bulk", role: "status", hidden: true }, what, h("div", { class: "row" }, bar, far, stop));
  let run = null;
  let mine = null;
  const draw = ({ bulk: now }) => {
    if (!now || now.service !== service) return;
    const known = run;
    run = now;
    const over = now.outcome !== "";
    const seen = now.id === mine || (known?.id === now.id && known.outcome === "");
    element.hidden &&= over && !seen; // what ended before this page was opened is no news
    text(what, over ? now.outcome : now.action === "REPLAY" ? "Replaying" : "Dropping");
    bar.max = Math.max(1, now.total);
    bar.value = over ? bar.max : now.looked;
    text(far, `${count(now.looked)} of ${count(now.total)} looked at`);
    bar.hidden = stop.hidden = over;
    stop.hidden ||= !state.session.actions;
    if (over && seen) ended();
    if (over && now.id === mine) mine = null;
  };
  return { element, draw, expect: (id) => (mine = id) };
}

function list(main, service) {
  const rows = h("div");
  const none = h("p", { class: "empty", hidden: true });
  const items = h("div", { class: "card letters" }, rows, none);
  const total = h("p", { class: "muted" });
  const pager = h("div", { class: "row" });
  const newer = []; // where the pages before this one begin: large letters make short pages
  let from = 0;
  let asking = 0;
  const again = () => {
    from = 0;
    newer.length = 0;
    load();
  };
  const filter = filters(again);
  const replayAll = h("button", { class: "button", hidden: true, onclick: () => decideOnAll(service, "REPLAY", filter.read(), running.expect) }, "Replay all");
  const dropAll = h("button", { class: "button danger", hidden: true, onclick: () => decideOnAll(service, "DROP", filter.read(), running.expect) }, "Drop all");
  const load = async () => {
    const turn = ++asking;
    const wanted = filter.read();
    const some = Object.keys(wanted).length > 0;
    try {
      const page = await api.deadLetters(service, from, wanted);
      if (turn !== asking) return; // what was asked since is what is wanted
      if (page.letters.length === 0 && newer.length > 0 && !some) {
        from = newer.pop();
        return load();
      }
      keyed(rows, page.letters, (each) => each.id, (each) => ({ element: entry(service, each, load) }), () => {});
      none.hidden = page.letters.length > 0;
      const on = page.next < page.total;
      text(none, some ? (on ? "None of those that were looked at. Older ones may be." : "There are no such dead letters.") : "No request was given up on.");
      text(total, many(page.total, "dead letter") + (some ? ", filtered" : ""));
      replayAll.hidden = dropAll.hidden = !state.session.actions || page.total === 0;
      text(replayAll, some ? "Replay these" : "Replay all");
      text(dropAll, some ? "Drop these" : "Drop all");
      const button = (label, possible, go) => h("button", { class: "button", disabled: !possible, onclick: () => (go(), load()) }, label);
      const back = button("Newer", newer.length > 0, () => (from = newer.pop()));
      const older = button("Older", page.next > from && on, () => (newer.push(from), (from = page.next)));
      pager.replaceChildren(...(newer.length > 0 || on ? [back, older] : []));
    } catch (refused) {
      none.hidden = false;
      text(none, refused.message);
    }
  };
  const running = bulk(service, again);
  main.append(
    h("p", { class: "crumbs" }, h("a", { href: "#/dead" }, "Dead letters")),
    h("div", { class: "head" }, h("h1", {}, service), total, h("div", { class: "row" }, h("button", { class: "button", onclick: load }, "Look again"), replayAll, dropAll)),
    filter.element,
    running.element,
    items,
    pager,
  );
  load();
  return watch(running.draw);
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
