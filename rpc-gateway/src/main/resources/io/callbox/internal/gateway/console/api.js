/** The requests of the page to its gateway. */

let csrf = "";

/** The gateway refuses a request, or does not answer. */
export class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

async function asked(path, options) {
  let response;
  try {
    response = await fetch(path, { credentials: "same-origin", ...options });
  } catch {
    throw new Refused(0, "The gateway does not answer.");
  }
  const body = response.status === 204 ? {} : await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(response.status, body.error?.message ?? "Status " + response.status);
  return body;
}

const posted = (path, body, headers) =>
  asked(path, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...headers },
    body: JSON.stringify(body),
  });

function known(session) {
  csrf = session.csrf;
  return session;
}

export const session = async () => known(await asked("console/api/session"));
export const signIn = async (token) => known(await posted("console/api/session", { token }));
export const signOut = () => posted("console/api/session/end", {});
export const contracts = () => asked("openrpc.json");
export const deadLetters = (service, from, filter) => asked("console/api/dead?" + new URLSearchParams({ service, from, ...filter }));
export const durableCalls = (service, wanted) => asked("console/api/calls?" + new URLSearchParams({ service, ...wanted }));
export const nextRequests = (service) => asked("console/api/next?service=" + encodeURIComponent(service));

/** Carries out an action. Its outcome is {done, text}. */
export const act = (action, target, more) =>
  posted("console/api/action", { action, target, ...more }, { "Callbox-Csrf": csrf });

const AGAIN_MILLIS = 3000;
const HIDDEN_MILLIS = 3000;

/**
 * Passes events of the gateway on, until the returned function is called, or the gateway no longer knows the caller. A
 * browser has at most six connections to one address, so a page that nobody sees has none.
 */
export function live(onSnapshot, onProblem, onBulk, onUnknown) {
  let source = null;
  let timer;
  let ended = false;
  const close = () => {
    source?.close();
    source = null;
  };
  const open = () => {
    source = new EventSource("console/api/events");
    source.addEventListener("snapshot", (event) => onSnapshot(JSON.parse(event.data)));
    source.addEventListener("bulk", (event) => onBulk(JSON.parse(event.data)));
    source.addEventListener("problem", (event) => onProblem(JSON.parse(event.data).problem));
    source.addEventListener("error", () => {
      onProblem("The gateway does not answer; trying again.");
      // A browser connects again by itself after a broken connection, and never after a refusal.
      if (source?.readyState !== EventSource.CLOSED) return;
      close();
      if (!document.hidden) timer = setTimeout(again, AGAIN_MILLIS);
    });
  };
  const again = () =>
    session().then(
      ({ views }) => (views ? reopen() : onUnknown()),
      (refused) => (refused.status === 401 ? onUnknown() : reopen()),
    );
  const reopen = () => {
    if (!source && !ended && !document.hidden) open();
  };
  const shownOrHidden = () => {
    clearTimeout(timer);
    if (document.hidden) timer = setTimeout(close, HIDDEN_MILLIS);
    else if (!source) again();
  };
  document.addEventListener("visibilitychange", shownOrHidden);
  reopen();
  return () => {
    ended = true;
    document.removeEventListener("visibilitychange", shownOrHidden);
    clearTimeout(timer);
    close();
  };
}
