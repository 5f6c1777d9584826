/** Asks for a token, which is sent once and kept nowhere in the page. */

import * as api from "./api.js";
import { h, text } from "./dom.js";

export function signin(app, problem, signedIn) {
  const wrong = h("p", { class: "wrong-text", role: "alert" }, problem);
  const token = h("input", {
    type: "password",
    id: "token",
    autocomplete: "current-password",
    required: true,
    spellcheck: "false",
  });
  const form = h(
    "form",
    {
      class: "card signin",
      onsubmit: async (event) => {
        event.preventDefault();
        try {
          signedIn(await api.signIn(token.value));
        } catch (refused) {
          token.value = "";
          token.focus();
          text(wrong, refused.status === 401 ? "This token is not known." : refused.message);
        }
      },
    },
    h("img", { src: "console/icon.svg", alt: "", width: 44, height: 44 }),
    h("h1", {}, "Callbox"),
    h("label", { for: "token" }, "Token"),
    token,
    wrong,
    h("button", { class: "button primary wide" }, "Sign in"),
  );
  app.replaceChildren(form);
  token.focus();
}
