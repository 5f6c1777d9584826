/** JSON as text: numbers keep their digits, and nothing is markup. */

import { h } from "./dom.js";

/** A longer text is shown as it is, because an element for each token would stall the page. */
const MOST_TOLD_APART = 50_000;

const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[[\]{}:,]|\s+|./gy;

function tokens(text) {
  return (text.match(TOKEN) ?? []).filter((token) => token.trim() !== "");
}

function kindOf(token, next) {
  if (token.startsWith('"')) return next === ":" ? "key" : "string";
  if (/^[-\d]/.test(token)) return "number";
  return /^[a-z]/.test(token) ? "word" : "sign";
}

/** Returns a text indented and with colours; unchanged if it is not JSON, or is long. */
export function pretty(text) {
  if (text.length > MOST_TOLD_APART) return h("pre", { class: "code", tabindex: "0" }, text);
  const out = h("code", { class: "json" });
  const all = tokens(text);
  let depth = 0;
  const line = () => "\n" + "  ".repeat(depth);
  all.forEach((token, at) => {
    const next = all[at + 1];
    if (token === "{" || token === "[") {
      const empty = next === "}" || next === "]";
      depth += empty ? 0 : 1;
      out.append(token, empty ? "" : line());
    } else if (token === "}" || token === "]") {
      const empty = all[at - 1] === "{" || all[at - 1] === "[";
      depth = Math.max(0, depth - (empty ? 0 : 1));
      out.append(empty ? "" : line(), token);
    } else if (token === ",") {
      out.append(token, line());
    } else if (token === ":") {
      out.append(": ");
    } else {
      out.append(h("span", { class: "j-" + kindOf(token, next) }, token));
    }
  });
  return h("pre", { class: "code", tabindex: "0" }, out);
}
