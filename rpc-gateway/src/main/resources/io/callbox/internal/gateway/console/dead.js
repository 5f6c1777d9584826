/** Requests that were given up on: why, and what to do with them. */

import * as api from "./api.js";
import { confirm, notice } from "./dialog.js";
import { h, keyed, text } from "./dom.js";
import { ago, count, many, moment } from "./format.js";
import { pretty } from "./json.js";
import { state, watch } from "./state.js";

const PAGE = 50;

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
  return h(
    "details",
    { class: "letter" },
    h(
      "summary",
      { "data-row": true },
      h("span", { class: "strong" }, letter.method || "(no method)"),
      h("span", { class: "reason" }, letter.reason),
      letter.mayHaveRun ? h("span", { class: "pill warn" }, "may have run") : null,
      h("time", { class: "muted" }, ago(letter.at, Date.now())),
    ),
    h(
      "div",
      { class: "letter-body" },
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
    ),
  );
}

function list(main, service) {
  const rows = h("div");
  const none = h("p", { class: "empty", hidden: true });
  const items = h("div", { class: "card letters" }, rows, none);
  const total = h("p", { class: "muted" });
  const pager = h("div", { class: "row" });
  let from = 0;
  const load = async () => {
    try {
      const page = await api.deadLetters(service, from);
      keyed(rows, page.letters, (each) => each.id, (each) => ({ element: entry(service, each, load) }), () => {});
      none.hidden = page.letters.length > 0;
      text(none, "No request was given up on.");
      text(total, many(page.total, "dead letter"));
      const turn = (label, to, possible) =>
        h("button", { class: "button", disabled: !possible, onclick: () => ((from = to), load()) }, label);
      pager.replaceChildren(
        ...(page.total > PAGE ? [turn("Newer", Math.max(0, from - PAGE), from > 0), turn("Older", from + PAGE, from + PAGE < page.total)] : []),
      );
    } catch (refused) {
      none.hidden = false;
      text(none, refused.message);
    }
  };
  main.append(
    h("p", { class: "crumbs" }, h("a", { href: "#/dead" }, "Dead letters")),
    h("div", { class: "head" }, h("h1", {}, service), total, h("button", { class: "button", onclick: load }, "Look again")),
    items,
    pager,
  );
  load();
}

function services(main) {
  const body = h("div", { class: "card letters" });
  const none = h("p", { class: "empty" }, "No request was given up on.");
  main.append(h("div", { class: "head" }, h("h1", {}, "Dead letters")), body, none);
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
