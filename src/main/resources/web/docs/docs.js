// Shows the hub's own OpenAPI document. Everything becomes text nodes; nothing is parsed as HTML.

const METHODS = ["get", "post", "patch", "put", "delete"];

function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

const code = (text) => make("code", {}, text);
const schemaName = (ref) => ref.slice(ref.lastIndexOf("/") + 1);
const anchor = (method, path) => `${method}${path.replaceAll(/[^a-z0-9]+/gi, "-")}`;

/** A schema in one line: a link where it has a name. */
function shortly(schema) {
  if (schema.$ref) {
    const name = schemaName(schema.$ref);
    return make("a", { href: `#schema-${name}` }, name);
  }
  const line = make("span", { class: "type" });
  if (schema.anyOf) {
    schema.anyOf.forEach((one, index) => line.append(index ? " or " : "", shortly(one)));
  } else if (schema.enum) {
    line.append(schema.enum.map((value) => JSON.stringify(value)).join(" | "));
  } else if (schema.type === "array") {
    line.append("list of ", shortly(schema.items));
  } else {
    line.append([schema.type ?? "anything"].flat().join(" or "), bounds(schema));
  }
  return line;
}

function bounds(schema) {
  const parts = [];
  if (schema.format) parts.push(schema.format);
  if (schema.minimum !== undefined) parts.push(`from ${schema.minimum}`);
  if (schema.maximum !== undefined) parts.push(`to ${schema.maximum}`);
  if (schema.minLength !== undefined) parts.push(`at least ${schema.minLength} characters`);
  if (schema.maxLength !== undefined) parts.push(`at most ${schema.maxLength} characters`);
  return parts.length ? ` (${parts.join(", ")})` : "";
}

/** The fields of an object, and of the objects in it. */
function fields(schema) {
  const inner = schema.type === "array" ? schema.items : schema;
  if (!inner?.properties) return null;
  const required = new Set(inner.required ?? []);
  const list = make("ul", { class: "fields" });
  for (const [name, field] of Object.entries(inner.properties)) {
    const optional = required.has(name) ? "" : " optional";
    list.append(
      make(
        "li",
        {},
        code(name),
        " ",
        shortly(field),
        make("span", { class: "quiet" }, optional),
        field.description ? ` ${field.description}` : "",
        fields(field),
      ),
    );
  }
  return list;
}

function parameters(operation) {
  if (!operation.parameters) return null;
  const list = make("ul", { class: "fields" });
  for (const parameter of operation.parameters) {
    const where = make("span", { class: "quiet" }, ` in the ${parameter.in}`);
    const text = parameter.description ? `. ${parameter.description}` : "";
    list.append(make("li", {}, code(parameter.name), " ", shortly(parameter.schema), where, text));
  }
  return make("div", {}, make("h4", {}, "Parameters"), list);
}

function content(title, body) {
  if (!body?.content) return null;
  const box = make("div", {}, make("h4", {}, title));
  for (const [type, media] of Object.entries(body.content)) {
    const line = make("p", {}, code(type), " ");
    box.append(line);
    const events = media["x-events"];
    if (!events) {
      line.append(shortly(media.schema));
      continue;
    }
    line.append(media.schema.description ?? "");
    const list = make("ul", { class: "fields" });
    for (const [name, schema] of Object.entries(events)) {
      list.append(make("li", {}, code(name || "(unnamed)"), " ", shortly(schema)));
    }
    box.append(list);
  }
  return box;
}

function curl(method, path, operation) {
  const parts = [`curl -X ${method.toUpperCase()} '${location.origin}${path}'`];
  if (operation.security.length) parts.push(`-H "Authorization: Bearer $PROSA_KEY"`);
  if (operation.requestBody) parts.push(`-H 'Content-Type: application/json' -d '{…}'`);
  return make("pre", { tabindex: "0" }, parts.join(" \\\n  "));
}

function call(method, path, operation) {
  const heading = make(
    "h3",
    {},
    make("span", { class: `method ${method}` }, method.toUpperCase()),
    " ",
    make("code", { class: "path" }, path),
  );
  const section = make("section", { class: "call", id: anchor(method, path) }, heading);
  section.append(make("p", {}, operation.summary, "."));
  if (operation.description) section.append(make("p", {}, operation.description));
  const parts = [parameters(operation), content("Body", operation.requestBody)];
  for (const [status, response] of Object.entries(operation.responses)) {
    parts.push(content(status === "default" ? "Any error" : `Answer ${status}`, response));
  }
  section.append(...parts.filter((part) => part), curl(method, path, operation));
  return section;
}

function schema(name, value) {
  const section = make("section", { class: "call", id: `schema-${name}` }, make("h3", {}, name));
  if (value.description) section.append(make("p", {}, value.description));
  section.append(fields(value) ?? make("p", { class: "quiet" }, "Any object."));
  return section;
}

function show(api) {
  const main = document.getElementById("content");
  const contents = document.getElementById("contents");
  main.replaceChildren(
    make("h1", {}, `${api.info.title} ${api.info.version}`),
    make("p", {}, api.info.description),
    make("p", {}, make("a", { href: "/api/openapi.json" }, "OpenAPI 3.1")),
  );
  const operations = Object.entries(api.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method]).map((method) => ({ method, path, is: item[method] })),
  );
  for (const { name } of api.tags) {
    const mine = operations.filter(({ is }) => is.tags.includes(name));
    const list = make("ul");
    main.append(make("h2", {}, name));
    for (const { method, path, is } of mine) {
      main.append(call(method, path, is));
      list.append(make("li", {}, make("a", { href: `#${anchor(method, path)}` }, is.summary)));
    }
    contents.append(make("h2", {}, name), list);
  }
  const list = make("ul");
  main.append(make("h2", {}, "Schemas"));
  for (const [name, value] of Object.entries(api.components.schemas)) {
    main.append(schema(name, value));
    list.append(make("li", {}, make("a", { href: `#schema-${name}` }, name)));
  }
  contents.append(make("h2", {}, "Schemas"), list);
  if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
}

const response = await fetch("/api/openapi.json");
show(await response.json());
