/** One service: its methods with their figures and contracts, its queue, and a call to try. */

import * as api from "./api.js";
import { health, pill } from "./overview.js";
import { confirm, notice } from "./dialog.js";
import { h, keyed, mark, text, unfolding } from "./dom.js";
import { paramsForm } from "./form.js";
import { ago, count, many, micros, millis, rate } from "./format.js";
import { pretty } from "./json.js";
import { serviceOf, state, watch } from "./state.js";

/** A schema in the words of a Java programmer, with links to none: short enough for a line. */
function typeText(schema, depth = 0) {
  if (!schema) return "nothing";
  if (schema.$ref) return schema.$ref.replace("#/components/schemas/", "");
  if (schema["x-type"]) return schema["x-type"];
  if (schema.enum) return schema.enum.map((each) => JSON.stringify(each)).join(" | ");
  const kinds = schema.anyOf ?? schema.oneOf;
  if (kinds) {
    const numeric = kinds.find((each) => each["x-type"]);
    return numeric ? numeric["x-type"] : kinds.map((each) => typeText(each, depth + 1)).join(" | ");
  }
  if (schema.type === "array") return "list of " + partText(schema.items ?? {}, depth);
  if (schema.type === "object" && schema.additionalProperties) return "map of " + partText(schema.additionalProperties, depth);
  return schema.format ?? schema.type ?? "any";
}

/** The type of items, in brackets if there are several types, so that they are not taken for types of the list. */
function partText(schema, depth) {
  const said = typeText(schema, depth + 1);
  return said.includes(" | ") ? "(" + said + ")" : said;
}

function signature(method) {
  const params = (method.params ?? []).flatMap((each, at) => [
    at ? ", " : "",
    h("span", { class: "j-key" }, each.name),
    ": ",
    h("span", { class: "type" }, typeText(each.schema)),
  ]);
  return h("code", { class: "signature" }, method.name.split(".").pop(), "(", params, ")", method["x-oneway"] ? "" : [" → ", h("span", { class: "type" }, typeText(method.result?.schema))]);
}

function marks(method) {
  const chip = (set, label, title) => (set ? h("span", { class: "chip quiet", title }, label) : null);
  return h(
    "div",
    { class: "chips" },
    chip(method["x-idempotent"], "idempotent", "It may run twice"),
    chip(method["x-oneway"], "one way", "It has no reply"),
    chip(method["x-tool"], "tool", "Language models may call it"),
    chip(method["x-durable"], "durable", "It is kept until it is done"),
    chip(method.deprecated, "deprecated", ""),
  );
}

function parameters(method) {
  const described = (method.params ?? []).filter((each) => each.description);
  const thrown = (method.errors ?? []).flatMap((each) => each.data?.oneOf ?? []);
  return [
    described.length
      ? h("dl", { class: "facts" }, described.flatMap((each) => [h("dt", {}, each.name), h("dd", {}, each.description)]))
      : null,
    thrown.length
      ? h("p", { class: "muted" }, "May fail with ", thrown.map((each, at) => [at ? ", " : "", h("code", {}, each.properties?.type?.const ?? "")]))
      : null,
  ];
}

function trial(method, types) {
  if (!state.session.actions) return null;
  const form = paramsForm(method, types);
  const written = h("textarea", { rows: 8, spellcheck: "false", "aria-label": "Arguments as JSON", hidden: true });
  const out = h("div", { class: "result", "aria-live": "polite" });
  const toggle = h("button", { type: "button", class: "button", onclick: () => swap() }, "As JSON");
  const swap = () => {
    const asText = written.hidden;
    if (asText) written.value = safely(form.read) ?? "{}";
    written.hidden = !asText;
    form.element.hidden = asText;
    text(toggle, asText ? "As a form" : "As JSON");
  };
  const submit = async (event) => {
    event.preventDefault();
    out.replaceChildren(h("p", { class: "muted" }, "Calling …"));
    const start = performance.now();
    try {
      const params = written.hidden ? form.read() : written.value;
      JSON.parse(params);
      const { done, text: said } = await api.act("CALL", method.name, { params });
      const took = h("p", { class: done ? "muted" : "wrong-text" }, (done ? "Answered in " : "Failed after ") + millis(performance.now() - start));
      out.replaceChildren(took, done ? pretty(said) : h("pre", { class: "code" }, said));
    } catch (refused) {
      out.replaceChildren(h("p", { class: "wrong-text", role: "alert" }, refused.message));
    }
  };
  return h(
    "form",
    { class: "trial", onsubmit: submit },
    h("h3", {}, "Try it"),
    form.element,
    written,
    h("div", { class: "row" }, h("button", { class: "button primary" }, "Call"), toggle),
    out,
  );
}

function safely(read) {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function methodCard(service, method, contract) {
  const described = contract.methods.get(service + "." + method.name) ?? { name: service + "." + method.name, params: [] };
  const figures = ["Calls", "Running", "Waiting", "Median", "99 %", "Failed"].map((label) => {
    const value = h("strong", {});
    return { value, element: h("div", {}, h("span", { class: "muted" }, label), value) };
  });
  const wrong = h("p", { class: "wrong-text last-error" });
  const body = h("div", { class: "letter-body" });
  const element = h(
    "details",
    {
      class: "letter",
      ontoggle: () => {
        if (element.open && !body.firstChild) {
          body.append(
            ...[described.description ? h("p", {}, described.description) : null, ...parameters(described), wrong, trial(described, contract.types)].filter(Boolean),
          );
        }
      },
    },
    h("summary", { "data-row": true, class: "method" }, h("div", { class: "method-head" }, signature(described), marks(described)), h("div", { class: "figures" }, figures.map((each) => each.element))),
    body,
  );
  return {
    element,
    update(now, at) {
      const values = [rate(now.rate), count(now.running), micros(now.queued.p50), micros(now.ran.p50), micros(now.ran.p99), count(now.failed)];
      values.forEach((value, each) => text(figures[each].value, value));
      mark(figures[5].value, "alarm", now.failed > 0);
      text(wrong, now.lastError ? `Last failure, ${ago(now.lastError.at, at)}: ${now.lastError.status}: ${now.lastError.message}` : "");
      wrong.hidden = !now.lastError;
    },
  };
}

/** A request that waits. Its content is drawn when it is opened. */
function waiting(each) {
  const from = each.caller ? ", from " + each.caller : "";
  return unfolding(
    [h("span", { class: "strong" }, each.method || "(no method)"), h("span", { class: "reason" }, "waits for " + millis(each.waitingMs) + from)],
    () => [pretty(each.request)],
  );
}

/** A request that a worker has taken and not answered. */
function held(each) {
  const from = each.caller ? ", from " + each.caller : "";
  return unfolding(
    [h("span", { class: "strong" }, each.method || "(no method)"), h("span", { class: "reason" }, "at " + each.worker + ", sent " + millis(each.ageMs) + " ago" + from)],
    () => [pretty(each.request)],
  );
}

function queueCard(name) {
  const depth = h("strong", { class: "big" });
  const oldest = h("span", { class: "muted" });
  const paused = h("p", { class: "muted" });
  const next = h("div");
  const act = async (action, more, question) => {
    if (question && !(await confirm(question[0], question[1], question[2]))) return;
    try {
      const { done, text: said } = await api.act(action, name, more);
      notice(said, done);
    } catch (refused) {
      notice(refused.message, false);
    }
  };
  const peek = async () => {
    try {
      const { requests, held: taken } = await api.nextRequests(name);
      next.replaceChildren(
        ...(taken.length ? [h("h3", {}, "At workers"), ...taken.map(held)] : []),
        ...(taken.length && requests.length ? [h("h3", {}, "Waiting")] : []),
        ...(requests.length ? requests.map(waiting) : [h("p", { class: "muted" }, "Nothing waits.")]),
      );
    } catch (refused) {
      next.replaceChildren(h("p", { class: "wrong-text" }, refused.message));
    }
  };
  const pauseButton = h("button", { class: "button", onclick: () => act("PAUSE", { wait: true }, ["Pause " + name + "?", "Workers begin no more requests. Calls wait in the queue, as long as their timeouts allow.", "Pause"]) }, "Pause");
  const refuseButton = h("button", { class: "button", onclick: () => act("PAUSE", { wait: false }, ["Pause " + name + ", and refuse calls?", "Workers begin no more requests. New calls fail at once, and have not run.", "Pause and refuse"]) }, "Pause and refuse");
  const resumeButton = h("button", { class: "button primary", onclick: () => act("RESUME", {}) }, "Resume");
  const letters = h("a", { class: "button", href: "#/dead/" + encodeURIComponent(name) }, "Dead letters");
  return {
    element: h(
      "section",
      { class: "card queue" },
      h("h2", {}, "Queue"),
      h("div", { class: "queue-figures" }, depth, oldest),
      paused,
      h("div", { class: "row" }, h("button", { class: "button", onclick: peek }, "Peek"), letters, state.session.actions ? [pauseButton, refuseButton, resumeButton] : null),
      next,
    ),
    update(now, at) {
      text(depth, count(now.depth));
      text(oldest, now.depth ? "waiting, the oldest for " + millis(now.oldestMs) : "waiting");
      text(letters, many(now.dead, "dead letter"));
      text(paused, now.paused ? `Paused ${ago(now.paused.since, at)} by ${now.paused.by || "somebody"}: calls ${now.paused.callers === "WAIT" ? "wait" : "are refused"}.` : "");
      paused.hidden = !now.paused;
      pauseButton.hidden = refuseButton.hidden = Boolean(now.paused);
      resumeButton.hidden = !now.paused;
    },
    /** There are no figures, but requests may wait, and the service may be paused. */
    unserved() {
      text(depth, "");
      text(oldest, "Peek shows what waits.");
      text(letters, "Dead letters");
      paused.hidden = true;
      pauseButton.hidden = refuseButton.hidden = resumeButton.hidden = false;
    },
  };
}

/** The gateway's document has a new service within two seconds; methods that it does not expose never come. */
const LEARN_AGAIN_MILLIS = 2000;
const LEARN_AGAIN = 3;

export function service(main, [name]) {
  const state_ = pill();
  const providers = h("p", { class: "muted" });
  const queue = queueCard(name);
  const methods = h("section", { class: "card letters" }, h("h2", {}, "Methods"));
  const list = h("div");
  methods.append(list);
  main.append(h("p", { class: "crumbs" }, h("a", { href: "#/" }, "Overview")), h("div", { class: "head" }, h("h1", {}, name), state_.element, providers), queue.element, methods);
  const contract = { methods: new Map(), types: {}, known: false };
  const has = (method) => contract.methods.has(name + "." + method.name);
  let again = LEARN_AGAIN;
  let timer = null;
  const draw = () => {
    const now = serviceOf(name);
    const at = state.snapshot?.at ?? 0;
    if (!state.snapshot || !contract.known) return;
    if (!now) {
      state_.update({ providers: [] });
      text(providers, "No node serves it now.");
      queue.unserved();
      methods.hidden = true;
      again = LEARN_AGAIN;
      return;
    }
    methods.hidden = false;
    state_.update(now);
    text(providers, `${now.providers.join(", ") || "no node"} · revision ${now.revision.slice(0, 12)}${health(now)[0] === "warn" && now.mixed ? " and others" : ""}`);
    queue.update(now, at);
    if (again > 0 && timer === null && !now.methods.every(has)) {
      again--;
      timer = setTimeout(learn, LEARN_AGAIN_MILLIS);
    }
    keyed(list, now.methods, (each) => each.name + (has(each) ? "" : "?"), (each) => methodCard(name, each, contract), (entry, each) => entry.update(each, at));
  };
  const learn = async () => {
    timer = null;
    try {
      const document = await api.contracts();
      for (const each of document.methods ?? []) contract.methods.set(each.name, each);
      contract.types = document.components?.schemas ?? {};
    } catch (refused) {
      notice("The contract is not known: " + refused.message, false);
    }
    contract.known = true;
    draw();
  };
  learn();
  const unwatch = watch(draw);
  return () => {
    clearTimeout(timer);
    unwatch();
  };
}
