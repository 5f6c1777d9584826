/** Durable calls: the submitted calls, their progress and their outcomes. */

import * as api from "./api.js";
import { confirm, notice } from "./dialog.js";
import { h, keyed, text } from "./dom.js";
import { ago, count, many, moment } from "./format.js";
import { pretty } from "./json.js";
import { state, watch } from "./state.js";

const KINDS = { COMPLETED: "good", FAILED: "bad", CANCELLED: "quiet", RUNNING: "paused", WAITING: "warn", SCHEDULED: "quiet" };
const LOOKED = 5000; // a filter looks at no more
const STATES = Object.keys(KINDS);
const ended = (call) => ["COMPLETED", "FAILED", "CANCELLED"].includes(call.state);

function parsed(json) {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function progressOf(call) {
  const said = call.progress && parsed(call.progress);
  if (!said) return null;
  const share = said.total > 0 ? h("progress", { max: said.total, value: said.done, "aria-label": "Progress" }) : null;
  return h("span", { class: "row progress" }, share, h("span", { class: "muted" }, [said.text, said.total > 0 ? `${count(said.done)} of ${count(said.total)}` : ""].filter(Boolean).join(" · ")));
}

function entry(service, call, reload) {
  const body = h("div", { class: "letter-body" });
  const fact = (name, value) => (value ? [h("dt", {}, name), h("dd", {}, value)] : null);
  const cancel = async () => {
    if (!(await confirm("Cancel this call?", "If it has not begun, it never runs; if it runs, its thread is interrupted.", "Cancel the call", true))) return;
    try {
      const { done, text: said } = await api.act("CANCEL", service, { id: call.id });
      notice(said, done);
    } catch (refused) {
      notice(refused.message, false);
    }
    reload();
  };
  const show = async () => {
    const [now] = (await api.durableCalls(service, { id: call.id }).catch(() => ({ calls: [] }))).calls;
    const known = now ?? call;
    body.replaceChildren(
      h(
        "dl",
        { class: "facts" },
        fact("Id", h("code", {}, known.id)),
        fact("Submitted", moment(known.submitted)),
        known.due > known.submitted ? fact("Not before", moment(known.due)) : null,
        fact("Attempts", count(known.attempts)),
        known.started ? fact("Began last", moment(known.started)) : null,
        known.ended ? fact("Ended", moment(known.ended)) : null,
      ),
      ...[known.error ? h("div", {}, h("h3", {}, "Failure"), pretty(known.error)) : null, known.result ? h("div", {}, h("h3", {}, "Result"), pretty(known.result)) : null].filter(Boolean),
      ...(state.session.actions && !ended(known) ? [h("div", { class: "row" }, h("button", { class: "button danger", "data-key": "x", onclick: cancel }, "Cancel"))] : []),
    );
  };
  return h(
    "details",
    { class: "letter", ontoggle: (event) => event.target.open && show() },
    h(
      "summary",
      { "data-row": true },
      h("span", { class: "strong" }, call.method),
      h("span", { class: "pill " + (KINDS[call.state] ?? "quiet") }, call.state.toLowerCase()),
      h("span", { class: "reason" }, call.id),
      progressOf(call),
      h("time", { class: "muted" }, ago(call.submitted, Date.now())),
    ),
    body,
  );
}

export function calls(main) {
  const services = h("select", { class: "filter", "aria-label": "Service", onchange: () => load() });
  const states = h("select", { class: "narrow", "aria-label": "State", onchange: () => load() }, h("option", { value: "" }, "All states"), STATES.map((each) => h("option", { value: each }, each.toLowerCase())));
  const method = h("input", { type: "search", class: "narrow", placeholder: "Method", "aria-label": "Method", title: "A whole name; * stands for any text", "data-filter": true, onchange: () => load() });
  const total = h("p", { class: "muted" });
  const rows = h("div");
  const none = h("p", { class: "empty" });
  const items = h("div", { class: "card letters" }, rows, none);
  let page = { total: 0, calls: [] };
  const draw = () => {
    const some = states.value || method.value;
    keyed(
      rows,
      page.calls,
      (each) => [services.value, each.id, each.state, each.progress].join(" "),
      (each) => ({ element: entry(services.value, each, load) }),
      () => {},
    );
    none.hidden = page.calls.length > 0;
    text(none, services.value ? "There are no such calls." : "No service here has durable calls.");
    text(total, services.value ? many(page.total, "call") + (some ? ", filtered" + (page.total > LOOKED ? ", of the newest " + count(LOOKED) : "") : page.calls.length < page.total ? ", the newest " + page.calls.length : "") : "");
  };
  const load = async () => {
    if (services.value) {
      try {
        page = await api.durableCalls(services.value, { state: states.value, method: method.value.trim() });
      } catch (refused) {
        notice(refused.message, false);
      }
    }
    draw();
  };
  main.append(h("div", { class: "head" }, h("h1", {}, "Durable calls"), total, services, states, method, h("button", { class: "button", onclick: load }, "Look again")), items);
  let known = "";
  return watch(({ snapshot }) => {
    const names = (snapshot?.services ?? []).filter((each) => each.durable).map((each) => each.name);
    services.hidden = states.hidden = method.hidden = names.length === 0;
    if (snapshot && names.join() !== known) {
      known = names.join();
      services.replaceChildren(...names.map((each) => h("option", { value: each }, each)));
      load();
    } else if (snapshot && names.length === 0) {
      draw();
    }
  });
}
