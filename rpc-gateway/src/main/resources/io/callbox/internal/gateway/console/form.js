/**
 * Forms made of JSON Schemas. Each field gives its value as JSON text, so that numbers keep their
 * digits. A value without a field of its own is typed as JSON.
 */

import { h } from "./dom.js";

const DEEPEST = 8;
let ids = 0;

class Unfit extends Error {}

function resolve(schema, types) {
  let found = schema ?? {};
  for (let step = 0; found.$ref && step < 16; step++) {
    found = types[found.$ref.replace("#/components/schemas/", "")] ?? {};
  }
  return found;
}

const isNull = (schema) => schema.type === "null";

/** The schema without null, and whether null is allowed. */
function withoutNull(schema, types) {
  const found = resolve(schema, types);
  const options = found.anyOf ?? [];
  if (!options.some(isNull)) return { schema: found, nullable: false };
  const others = options.filter((each) => !isNull(each));
  return { schema: others.length === 1 ? resolve(others[0], types) : { ...found, anyOf: others }, nullable: true };
}

function labelled(label, input, hint) {
  const id = "field-" + ++ids;
  input.id = id;
  return h("div", { class: "field" }, h("label", { for: id }, label, hint ? h("span", { class: "muted" }, hint) : null), input);
}

function textual(label, hint, check, props) {
  const input = h("input", { type: "text", spellcheck: "false", autocomplete: "off", ...props });
  return { element: labelled(label, input, hint), read: () => check(input.value.trim(), label) };
}

const number = (whole) => (value, label) => {
  const form = whole ? /^-?\d+$/ : /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;
  if (!form.test(value)) throw new Unfit(label + (whole ? " is a whole number" : " is a number"));
  return value;
};

const json = (value, label) => {
  try {
    JSON.parse(value);
  } catch {
    throw new Unfit(label + " is not JSON");
  }
  return value;
};

function choice(label, values, hint) {
  const input = h("select", {}, values.map((each) => h("option", { value: JSON.stringify(each) }, String(each))));
  return { element: labelled(label, input, hint), read: () => input.value };
}

function raw(label, hint) {
  const input = h("textarea", { rows: 3, spellcheck: "false", value: "null" });
  return { element: labelled(label, input, hint ?? "JSON"), read: () => json(input.value, label) };
}

function object(label, schema, types, depth) {
  const required = new Set(schema.required ?? []);
  const fields = Object.entries(schema.properties ?? {}).map(([name, each]) =>
    each.const !== undefined
      ? { name, element: null, read: () => JSON.stringify(each.const) }
      : { name, ...field(name, each, types, depth + 1, required.has(name)) },
  );
  return {
    element: h("fieldset", {}, h("legend", {}, label), fields.map((each) => each.element)),
    read: () => "{" + fields.map((each) => [each.name, each.read()]).filter(([, value]) => value !== undefined).map(([name, value]) => JSON.stringify(name) + ":" + value).join(",") + "}",
  };
}

function list(label, schema, types, depth) {
  const items = new Set();
  const place = h("div", { class: "items" });
  const add = () => {
    const item = field(label + " item", schema.items ?? {}, types, depth + 1, true);
    const element = h(
      "div",
      { class: "item" },
      item.element,
      h("button", { type: "button", class: "button small", "aria-label": "Remove", onclick: () => (items.delete(item), element.remove()) }, "×"),
    );
    items.add(item);
    place.append(element);
  };
  return {
    element: h("fieldset", {}, h("legend", {}, label), place, h("button", { type: "button", class: "button small", onclick: add }, "Add")),
    read: () => "[" + [...items].map((each) => each.read()).join(",") + "]",
  };
}

/** A choice of one of several kinds. The fields of a kind are made when it is chosen. */
function variants(label, options, types, depth) {
  const place = h("div");
  let current = null;
  const show = (at) => {
    current = field(label, options[at], types, depth + 1, true);
    place.replaceChildren(current.element ?? "");
  };
  const names = options.map((each) => resolve(each, types).title ?? each.type ?? "other");
  const select = h("select", { onchange: () => show(select.selectedIndex) }, names.map((each) => h("option", {}, each)));
  show(0);
  return { element: h("div", { class: "variants" }, labelled(label, select, "kind"), place), read: () => current.read() };
}

function optional(label, make, required) {
  const place = h("div", { class: "optional" });
  let current = null;
  const box = h("input", {
    type: "checkbox",
    id: "field-" + ++ids,
    onchange: () => {
      current = box.checked ? make() : null;
      place.replaceChildren(...(current ? [current.element] : []));
    },
  });
  return {
    element: h("div", { class: "nullable" }, h("label", { class: "check", for: box.id }, box, label, h("span", { class: "muted" }, required ? "null unless ticked" : "left out unless ticked")), place),
    read: () => (current ? current.read() : required ? "null" : undefined),
  };
}

function plain(label, schema, types, depth) {
  const hint = schema.description ?? schema.format ?? "";
  if (schema.enum) return choice(label, schema.enum, hint);
  const kinds = schema.oneOf ?? schema.anyOf;
  if (kinds) {
    const usual = kinds.find((each) => each.type === "number" || each.type === "integer");
    return usual ? plain(label, usual, types, depth) : variants(label, kinds, types, depth);
  }
  switch (schema.type) {
    case "integer":
      return textual(label, hint || "whole number", number(true), { inputmode: "numeric" });
    case "number":
      return textual(label, hint || "number", number(false), { inputmode: "decimal" });
    case "boolean":
      return choice(label, [false, true], hint);
    case "string":
      return textual(label, hint, (value) => JSON.stringify(value));
    case "array":
      return list(label, schema, types, depth);
    case "object":
      return schema.properties ? object(label, schema, types, depth) : raw(label, "JSON object");
    default:
      return raw(label);
  }
}

function field(label, schema, types, depth, required) {
  const { schema: found, nullable } = withoutNull(schema, types);
  if (depth > DEEPEST) return raw(label);
  const make = () => plain(label, found, types, depth);
  return nullable ? optional(label, make, required) : make();
}

/** A form of a method's parameters. read() returns their JSON, or throws an error with a message for the user. */
export function paramsForm(method, types) {
  const fields = (method.params ?? []).map((each) => ({
    name: each.name,
    ...field(each.name, { ...each.schema, description: each.description }, types, 0, each.required),
  }));
  return {
    element: h("div", { class: "fields" }, fields.length ? fields.map((each) => each.element) : h("p", { class: "muted" }, "It has no parameters.")),
    read: () =>
      "{" +
      fields
        .map((each) => [each.name, each.read()])
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => JSON.stringify(name) + ":" + value)
        .join(",") +
      "}",
  };
}
