/** Questions before actions that cannot be undone, and short notices after actions. */

import { h } from "./dom.js";

const MOST_NOTICES = 3;
const SHOWN_MILLIS = 5000;

/** Asks; true if the answer is yes. */
export function confirm(title, body, yes, danger) {
  return new Promise((resolve) => {
    const dialog = h(
      "dialog",
      { class: "dialog", "aria-labelledby": "dialog-title", onclose: () => end() },
      h("h2", { id: "dialog-title" }, title),
      h("p", { class: "muted" }, body),
      h(
        "div",
        { class: "row end" },
        h("button", { class: "button", onclick: () => dialog.close() }, "Cancel"),
        h(
          "button",
          { class: danger ? "button danger" : "button primary", "data-yes": true, onclick: () => dialog.close("yes") },
          yes,
        ),
      ),
    );
    const end = () => {
      resolve(dialog.returnValue === "yes");
      dialog.remove();
    };
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** Shows the outcome of an action. */
export function notice(text, good) {
  const place = document.querySelector(".notices") ?? document.body.appendChild(h("div", { class: "notices", role: "status" }));
  const element = h("div", { class: good ? "notice good" : "notice bad" }, text);
  place.append(element);
  while (place.children.length > MOST_NOTICES) place.firstChild.remove();
  setTimeout(() => element.remove(), SHOWN_MILLIS);
}

/** Shows the keys. */
export function help(keys) {
  const dialog = h(
    "dialog",
    { class: "dialog", "aria-label": "Keyboard", onclose: () => dialog.remove() },
    h("h2", {}, "Keyboard"),
    h("dl", { class: "keys" }, keys.map(([key, what]) => [h("dt", {}, h("kbd", {}, key)), h("dd", {}, what)])),
    h("div", { class: "row end" }, h("button", { class: "button", onclick: () => dialog.close() }, "Close")),
  );
  document.body.append(dialog);
  dialog.showModal();
}
