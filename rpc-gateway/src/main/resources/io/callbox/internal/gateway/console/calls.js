/** Durable calls: what has been submitted, and how far it is. */

import { h } from "./dom.js";

export function calls(main) {
  main.append(
    h("div", { class: "head" }, h("h1", {}, "Durable calls")),
    h("section", { class: "card" }, h("p", { class: "empty" }, "No service here has durable calls.")),
  );
}
