/** The frame of all pages: navigation, keys, colours; and which page is shown. */

import * as api from "./api.js";
import { calls } from "./calls.js";
import { dead } from "./dead.js";
import { help } from "./dialog.js";
import { h, icon, mark, text, visible } from "./dom.js";
import { short } from "./format.js";
import { nodes } from "./nodes.js";
import { overview } from "./overview.js";
import { service } from "./service.js";
import { signin } from "./signin.js";
import { arrived, bulkArrived, problem, state, watch } from "./state.js";

const PAGES = [
  { path: "", title: "Overview", icon: "overview", key: "o", page: overview },
  { path: "dead", title: "Dead letters", icon: "dead", key: "d", page: dead },
  { path: "nodes", title: "Nodes", icon: "nodes", key: "n", page: nodes },
  { path: "calls", title: "Durable calls", icon: "calls", key: "c", page: calls },
];
const KEYS = [
  ["g o", "Overview"],
  ["g d", "Dead letters"],
  ["g n", "Nodes"],
  ["g c", "Durable calls"],
  ["/", "Filter"],
  ["j k", "Next and previous row"],
  ["Enter", "Open the row"],
  ["r x", "Replay or drop the open dead letter; x cancels the open call"],
  ["t", "Light or dark"],
  ["?", "These keys"],
];

const main = h("main", { id: "main", tabindex: "-1" });
let leave = () => {};
let endLive = () => {};

/** The parts of the address after #/: the page, and its subject. */
const place = () => location.hash.replace(/^#\/?/, "").split("/").map(decoded);

/** Decodes a part; returns it unchanged if its encoding is wrong. */
function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function show() {
  leave();
  const [path, ...about] = place();
  const shown = path === "services" ? { title: about[0] ?? "", page: service } : PAGES.find((each) => each.path === path) ?? PAGES[0];
  main.replaceChildren();
  document.title = visible(shown.title) + " · Callbox";
  for (const link of document.querySelectorAll(".nav a")) {
    const current = link.dataset.path === (path === "services" ? "" : path);
    if (current) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  leave = shown.page(main, about) ?? (() => {});
  window.scrollTo(0, 0);
}

function navigation() {
  const badge = h("span", { class: "badge", hidden: true });
  const links = PAGES.map((each) =>
    h(
      "a",
      { href: "#/" + each.path, "data-path": each.path },
      icon(each.icon),
      h("span", { class: "label" }, each.title),
      each.path === "dead" ? badge : null,
    ),
  );
  watch(({ snapshot }) => {
    const letters = (snapshot?.services ?? []).reduce((all, each) => all + each.dead, 0);
    badge.hidden = letters === 0;
    text(badge, short(letters));
  });
  return h("nav", { class: "nav", "aria-label": "Pages" }, links);
}

function theme(name) {
  document.documentElement.dataset.theme = name;
  localStorage.setItem("callbox-theme", name);
}

function otherTheme() {
  const dark =
    (document.documentElement.dataset.theme ?? "") === "dark" ||
    (!document.documentElement.dataset.theme && matchMedia("(prefers-color-scheme: dark)").matches);
  theme(dark ? "light" : "dark");
}

function tools() {
  const tool = (name, label, onclick) =>
    h("button", { class: "tool", "aria-label": label, title: label, onclick }, icon(name));
  return h(
    "div",
    { class: "tools" },
    tool("keys", "Keyboard", () => help(KEYS)),
    tool("moon", "Light or dark", otherTheme),
    state.session.signedIn
      ? tool("out", "Sign out", async () => {
          await api.signOut();
          location.reload();
        })
      : null,
  );
}

function frame() {
  const status = h("p", { class: "live", role: "status" });
  const { caller, namespace, actions, masked } = state.session;
  watch(({ snapshot, problem: wrong }) => {
    mark(status, "wrong", wrong);
    mark(status, "waiting", !snapshot && !wrong);
    text(status, wrong || (snapshot ? "Live" : "Connecting"));
  });
  const facts = [namespace && "namespace " + namespace, actions ? "" : "read-only", masked ? "payloads masked" : ""].filter(Boolean);
  document
    .querySelector("#app")
    .replaceChildren(
      h(
        "header",
        { class: "side" },
        h("a", { class: "brand", href: "#/" }, h("img", { src: "console/icon.svg", alt: "", width: 28, height: 28 }), "Callbox"),
        navigation(),
        h("div", { class: "foot" }, status, h("p", { class: "who" }, caller, h("span", { class: "muted" }, facts.join(" · "))), tools()),
      ),
      main,
    );
}

/** Presses the button with this key in the open row; returns false if there is none. */
function press(key) {
  const row = document.activeElement?.closest("details[open]") ?? main.querySelector("details[open]");
  const button = row?.querySelector(`[data-key="${key}"]`);
  button?.click();
  return Boolean(button);
}

function rows(step) {
  const links = [...main.querySelectorAll("[data-row]")].filter((each) => each.offsetParent);
  const at = links.indexOf(document.activeElement);
  links[Math.max(0, Math.min(links.length - 1, at + step))]?.focus();
}

let prefix = false;

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.matches("input, textarea, select") || document.querySelector("dialog[open]")) return;
  const { key } = event;
  const target = prefix && PAGES.find((each) => each.key === key);
  prefix = key === "g";
  if (target) location.hash = "#/" + target.path;
  else if (key === "j") rows(1);
  else if (key === "k") rows(-1);
  else if (key === "t") otherTheme();
  else if (key === "?") help(KEYS);
  else if (key === "/") main.querySelector("[data-filter]")?.focus();
  else if ((key === "r" || key === "x") && press(key)) return event.preventDefault();
  else return;
  event.preventDefault();
}

function open(session) {
  state.session = session;
  frame();
  endLive();
  if (!state.session.views) problem("You may not see what goes on here.");
  else endLive = api.live(arrived, problem, bulkArrived, () => location.reload());
  window.addEventListener("hashchange", show);
  document.addEventListener("keydown", pressed);
  show();
}

async function start() {
  const chosen = localStorage.getItem("callbox-theme");
  if (chosen) theme(chosen);
  try {
    open(await api.session());
  } catch (refused) {
    signin(document.querySelector("#app"), refused.status === 401 ? "" : refused.message, open);
  }
}

start();
