/** The known state and its changes. Rates and their history are computed from successive snapshots. */

const KEPT = 60;
const LONGEST_GAP_SECONDS = 10;
const listeners = new Set();
const histories = new Map();
let last = null;

export const state = { session: null, snapshot: null, problem: "", changes: [], bulk: null };

/** Calls back at once, and with each change; returns a function that ends this. */
export function watch(listener) {
  listeners.add(listener);
  listener(state);
  return () => listeners.delete(listener);
}

export function changed() {
  for (const listener of [...listeners]) listener(state);
}

export function problem(text) {
  state.problem = text;
  changed();
}

const sum = (methods, name) => methods.reduce((all, method) => all + method[name], 0);

function rateOf(now, before, seconds) {
  const more = now - before;
  return more < 0 || seconds <= 0 ? 0 : more / seconds; // a node that starts anew counts anew
}

function addRates(service, before, seconds) {
  service.calls = sum(service.methods, "calls");
  service.failed = sum(service.methods, "failed");
  service.running = sum(service.methods, "running");
  service.rate = before ? rateOf(service.calls, before.calls, seconds) : null;
  service.failures = before ? rateOf(service.failed, before.failed, seconds) : null;
  service.p50 = Math.max(0, ...service.methods.map((method) => method.ran.p50));
  service.p99 = Math.max(0, ...service.methods.map((method) => method.ran.p99));
  for (const method of service.methods) {
    const earlier = before?.methods.find((each) => each.name === method.name);
    method.rate = earlier ? rateOf(method.calls, earlier.calls, seconds) : null;
  }
  const history = histories.get(service.name) ?? [];
  if (service.rate !== null && seconds <= LONGEST_GAP_SECONDS) history.push(service.rate);
  histories.set(service.name, history.slice(-KEPT));
  service.history = histories.get(service.name);
}

/** Notes which nodes came and went; since is null, or the time of the last snapshot if that is long ago. */
function noteChanges(nodes, before, at, since) {
  const ids = new Map(nodes.map((node) => [node.id, node]));
  const earlier = new Map(before.map((node) => [node.id, node]));
  const note = (kind, id) => state.changes.unshift({ at, since, kind, id });
  for (const [id, node] of ids) {
    if (!earlier.has(id)) note("up", id);
    else if (earlier.get(id).startedAt !== node.startedAt) note("again", id);
  }
  for (const id of earlier.keys()) if (!ids.has(id)) note("down", id);
  state.changes.length = Math.min(state.changes.length, 50);
}

/** Stores a snapshot, and notifies the watchers. */
export function arrived(snapshot) {
  const seconds = last ? (snapshot.at - last.at) / 1000 : 0;
  const gap = seconds > LONGEST_GAP_SECONDS; // the page was hidden, or the gateway away
  if (gap) histories.clear(); // a step of a history is two seconds
  for (const service of snapshot.services) {
    addRates(service, last?.services.find((each) => each.name === service.name), seconds);
  }
  if (last) noteChanges(snapshot.nodes, last.nodes, snapshot.at, gap ? last.at : null);
  last = snapshot;
  state.snapshot = snapshot;
  state.problem = "";
  changed();
}

/** Stores the progress of a bulk run, and notifies the watchers. */
export function bulkArrived(run) {
  state.bulk = run;
  changed();
}

export const serviceOf = (name) => state.snapshot?.services.find((each) => each.name === name);
