/** Elements without markup: text stays text, whatever it says. */

const SVG = "http://www.w3.org/2000/svg";

/**
 * Invisible characters, such as those that reverse the direction of text, but not line feeds and
 * tabs.
 */
const UNSEEN = /[\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]|(?![\n\t])\p{Cc}/gu;

const escaped = (half) => "\\u" + half.charCodeAt(0).toString(16).padStart(4, "0");

/** Escapes invisible characters, as the command line does. JSON stays JSON with the same meaning. */
export function visible(value) {
  return String(value).replace(UNSEEN, (unseen) => unseen.split("").map(escaped).join(""));
}

function fill(element, props, children) {
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "value" || name === "checked") element[name] = value;
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  const present = children.flat(3).filter((child) => child !== null && child !== undefined && child !== false);
  element.append(...present.map((child) => (child instanceof Node ? child : visible(child))));
  return element;
}

/** An element of HTML. */
export function h(tag, props, ...children) {
  return fill(document.createElement(tag), props, children);
}

/** An element of SVG. */
export function s(tag, props, ...children) {
  return fill(document.createElementNS(SVG, tag), props, children);
}

/** Sets a text unless it is there already, so that the browser draws only changes. */
export function text(element, value) {
  const wanted = visible(value);
  if (element.textContent !== wanted) element.textContent = wanted;
}

/** Sets a class unless it is set already. */
export function mark(element, name, set) {
  if (element.classList.contains(name) !== Boolean(set)) element.classList.toggle(name, Boolean(set));
}

/**
 * Keeps one child for each item, in the order of the items. Elements of items that stay are kept,
 * with focus and selection.
 */
export function keyed(parent, items, keyOf, create, update) {
  const known = parent.keyed ?? (parent.keyed = new Map());
  const wanted = new Set();
  let place = parent.firstChild;
  for (const item of items) {
    const key = keyOf(item);
    wanted.add(key);
    let entry = known.get(key);
    if (!entry) {
      entry = create(item);
      known.set(key, entry);
    }
    update(entry, item);
    if (entry.element === place) place = place.nextSibling;
    else parent.insertBefore(entry.element, place);
  }
  for (const [key, entry] of known) {
    if (!wanted.has(key)) {
      entry.element.remove();
      known.delete(key);
    }
  }
}

/** A line that opens. Its content is made when it is opened for the first time. */
export function unfolding(line, below) {
  const body = h("div", { class: "letter-body" });
  const element = h(
    "details",
    {
      class: "letter",
      ontoggle: () => {
        if (element.open && !body.firstChild) body.append(...below().filter(Boolean));
      },
    },
    h("summary", { "data-row": true }, line),
    body,
  );
  return element;
}

const ICONS = {
  overview: "M4 13h6V4H4zm0 7h6v-5H4zm10 0h6v-9h-6zm0-16v5h6V4z",
  services: "M4 7l8-4 8 4-8 4zm0 5l8 4 8-4M4 17l8 4 8-4",
  dead: "M12 8v5m0 3v.5M10.300 3.900 2.400 18a2 2 0 0 0 1.700 3h15.800a2 2 0 0 0 1.700-3L13.700 3.900a2 2 0 0 0-3.400 0z",
  nodes: "M4 5h16v6H4zm0 8h16v6H4zM7.500 8h.01M7.500 16h.01",
  calls: "M12 7v5l3 2m6-2a9 9 0 1 1-18 0 9 9 0 0 1 18 0z",
  moon: "M20 14.500A8 8 0 0 1 9.500 4a8 8 0 1 0 10.500 10.500z",
  out: "M15 4h4v16h-4M10 8l-4 4 4 4m-4-4h10",
  keys: "M3 6h18v12H3zm4 4h.01M11 10h.01M15 10h.01M8 14h8",
};

/** An icon, which screen readers pass over. */
export function icon(name) {
  return s("svg", { class: "icon", viewBox: "0 0 24 24", "aria-hidden": "true" }, s("path", { d: ICONS[name] }));
}
