/** What the page asks of its gateway. */

let csrf = "";

/** The gateway says no, or nothing. */
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

/** Does something; what comes of it is {done, text}. */
export const act = (action, target, more) =>
  posted("console/api/action", { action, target, ...more }, { "Callbox-Csrf": csrf });

const AGAIN_MILLIS = 3000;

/** Tells what goes on, until what it gives back is called, or the gateway no longer knows the caller. */
export function live(onSnapshot, onProblem, onBulk, onUnknown) {
  let source;
  let timer;
  const open = () => {
    source = new EventSource("console/api/events");
    source.addEventListener("snapshot", (event) => onSnapshot(JSON.parse(event.data)));
    source.addEventListener("bulk", (event) => onBulk(JSON.parse(event.data)));
    source.addEventListener("problem", (event) => onProblem(JSON.parse(event.data).problem));
    source.addEventListener("error", () => {
      onProblem("The gateway does not answer; trying again.");
      // A browser tries again by itself after a connection that broke, and never after a refusal.
      if (source.readyState === EventSource.CLOSED) timer = setTimeout(again, AGAIN_MILLIS);
    });
  };
  const again = () =>
    session().then(
      ({ views }) => (views ? open() : onUnknown()),
      (refused) => (refused.status === 401 ? onUnknown() : open()),
    );
  open();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
