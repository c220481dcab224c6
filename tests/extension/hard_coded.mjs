// @ts-check
/**
 * Finds words of the interface that stand in a script instead of in _locales: the strings that end up in an
 * element, in a name for screen readers or in a title. A value is followed through constants and functions
 * by their names, within the scripts that are given.
 */
import { parse } from "acorn";

/** @typedef {import("acorn").AnyNode} Node */
/** @typedef {import("acorn").FunctionDeclaration | import("acorn").AnonymousFunctionDeclaration} Declaration */
/** @typedef {import("acorn").ArrowFunctionExpression | Declaration} AnyFunction */
/** @typedef {{ path: string, line: number, text: string }} Finding */
/** @typedef {Map<string, Node[]>} Meanings what each name in a script may stand for */

/** Which arguments of a call the user sees; those from `children` on are all seen. */
const CALLS = /** @type {Record<string, { seen?: number[], children?: number }>} */ ({
  make: { children: 2 },
  makeButton: { children: 2 },
  makeHeard: { seen: [0] },
  makeIcon: { seen: [1, 3] },
  append: { children: 0 },
  prepend: { children: 0 },
  before: { children: 0 },
  after: { children: 0 },
  replaceWith: { children: 0 },
  replaceChildren: { children: 0 },
  createTextNode: { seen: [0] },
  Option: { seen: [0] },
});

/** Properties and attributes whose value the user sees or hears. */
const SEEN = new Set(
  ["textContent", "innerText", "innerHTML", "title", "label", "ariaLabel", "aria-label", "alt", "placeholder"]);

const WORD = /\p{L}{2}/u;

/**
 * The words that stand in scripts, with their places.
 * @param {Record<string, string>} scripts their code, by path
 * @param {Set<string>} allowed what looks like words and is not: names of messages
 * @returns {Finding[]}
 */
export function findHardCoded(scripts, allowed) {
  const parsed = Object.entries(scripts).map(([path, code]) => [...allNodes(parseScript(path, code))]);
  const functions = parsed.flat().filter((node) => node.type === "FunctionDeclaration");
  const strings = new Set(parsed.flatMap((nodes) => {
    const meanings = meaningsOf(nodes, functions);
    return nodes.flatMap(seenBy).flatMap((node) => stringsOf(node, meanings));
  }));
  return [...strings]
    .map((node) => ({ path: node.loc?.source ?? "", line: node.loc?.start.line ?? 0, text: textOf(node) }))
    .filter(({ text }) => WORD.test(text) && !allowed.has(text));
}

/**
 * @param {string} path
 * @param {string} code
 */
const parseScript = (path, code) =>
  parse(code, { ecmaVersion: "latest", sourceType: "module", locations: true, sourceFile: path });

/**
 * A node with all below it.
 * @param {Node} node
 * @returns {Generator<Node>}
 */
function* allNodes(node) {
  yield node;
  for (const part of Object.values(node).flat()) if (part?.type) yield* allNodes(part);
}

/**
 * The expressions whose value a node gives to the user.
 * @param {Node} node
 * @returns {(Node | null)[]}
 */
function seenBy(node) {
  if (node.type === "CallExpression" || node.type === "NewExpression") return seenArguments(node);
  if (node.type === "AssignmentExpression") return SEEN.has(nameOf(node.left)) ? [node.right] : [];
  if (node.type === "Property") return SEEN.has(nameOf(node.key)) ? [node.value] : [];
  return [];
}

/** @param {import("acorn").CallExpression | import("acorn").NewExpression} call */
function seenArguments({ callee, arguments: given }) {
  const name = nameOf(callee);
  if (name === "setAttribute") return SEEN.has(textOf(given[0])) ? [given[1]] : [];
  const { seen = [], children = Infinity } = CALLS[name] ?? {};
  return given.filter((_, at) => seen.includes(at) || at >= children);
}

/**
 * What a name, a property or a called function is called.
 * @param {Node} node
 * @returns {string}
 */
function nameOf(node) {
  if (node.type === "MemberExpression") return nameOf(node.property);
  return node.type === "Identifier" ? node.name : textOf(node);
}

/** @param {Node | undefined} node */
function textOf(node) {
  if (node?.type === "TemplateElement") return node.value.cooked ?? "";
  return node?.type === "Literal" ? String(node.value) : "";
}

/**
 * What the names in a script may stand for: constants their values, functions themselves, and the parameters
 * of functions what they are called with. A function that is not the script's own is another script's.
 * @param {Node[]} nodes
 * @param {Declaration[]} functions those of all scripts
 */
function meaningsOf(nodes, functions) {
  /** @type {Meanings} */
  const meanings = new Map();
  const add = (/** @type {Node | null} */ to, /** @type {Node | null | undefined} */ value) => {
    for (const part of to && value ? allNodes(to) : []) {
      if (part.type === "Identifier") meanings.set(part.name, [...(meanings.get(part.name) ?? []), value ?? part]);
    }
  };
  for (const node of nodes) {
    if (node.type === "VariableDeclarator") add(node.id, node.init);
    if (node.type === "FunctionDeclaration") add(node.id, node);
  }
  const own = new Set([...meanings].filter(([, values]) => values.some(isFunction)).map(([name]) => name));
  for (const other of functions) if (other.id && !own.has(other.id.name)) add(other.id, other);
  for (const node of nodes) {
    if (node.type !== "CallExpression" || node.callee.type !== "Identifier") continue;
    for (const called of meanings.get(node.callee.name) ?? []) {
      const params = isFunction(called) ? called.params : [];
      params.forEach((param, at) => add(param, node.arguments[at]));
    }
  }
  return meanings;
}

/**
 * @param {Node} node
 * @returns {node is AnyFunction}
 */
const isFunction = (node) => node.type === "ArrowFunctionExpression" || node.type === "FunctionDeclaration";

/**
 * The strings that an expression's value may be made of.
 * @param {Node | null} node
 * @param {Meanings} meanings
 * @param {Set<Node>} met those gone through, since functions may call each other
 * @returns {Node[]}
 */
function stringsOf(node, meanings, met = new Set()) {
  if (!node || met.has(node)) return [];
  met.add(node);
  if (isFunction(node)) return returnsOf(node).flatMap((part) => stringsOf(part, meanings, met));
  const strings = (/** @type {(Node | null)[]} */ nodes) => nodes.flatMap((part) => stringsOf(part, meanings, met));
  switch (node.type) {
    case "Literal": return typeof node.value === "string" ? [node] : [];
    case "TemplateLiteral": return [...node.quasis, ...strings(node.expressions)];
    case "ConditionalExpression": return strings([node.consequent, node.alternate]);
    case "LogicalExpression": case "BinaryExpression": return strings([node.left, node.right]);
    case "ArrayExpression": return strings(node.elements);
    case "ObjectExpression": return strings(node.properties);
    case "Property": return strings([node.value]);
    case "SpreadElement": case "AwaitExpression": return strings([node.argument]);
    case "ParenthesizedExpression": return strings([node.expression]);
    case "MemberExpression": return strings([node.object]);
    case "Identifier": return strings(meanings.get(node.name) ?? []);
    case "CallExpression": return strings(valuesOf(node));
    default: return [];
  }
}

/**
 * What a call's value may be made of; what is said by a message's name stands in _locales.
 * @param {import("acorn").CallExpression} call
 */
function valuesOf({ callee, arguments: given }) {
  if (callee.type === "Identifier") return [callee];
  if (callee.type !== "MemberExpression") return [];
  const name = nameOf(callee);
  if (name === "map" || name === "flatMap") return given;
  return name === "join" || name === "concat" ? [callee.object, ...given] : [];
}

/** @param {AnyFunction} own */
function returnsOf({ body }) {
  if (body.type !== "BlockStatement") return [body];
  return [...allNodes(body)].flatMap((node) => (node.type === "ReturnStatement" ? [node.argument ?? null] : []));
}
