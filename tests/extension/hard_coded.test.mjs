// @ts-check
/** No text of the interface stands in a script: all of them stand in _locales. */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import test from "node:test";
import { findHardCoded } from "./hard_coded.mjs";
import { readJson, readText } from "./load.mjs";

const MESSAGES = new Set(Object.keys(readJson("_locales/en/messages.json")));
const FOLDERS = ["content", "lib", "options", "welcome"];
const SCRIPTS = FOLDERS.flatMap((folder) =>
  readdirSync(new URL(`../../extension/${folder}`, import.meta.url)).map((name) => `${folder}/${name}`))
  .concat("background.js").filter((path) => path.endsWith(".js"));

/** @param {string} code */
const wordsIn = (code) => findHardCoded({ "planted.js": code }, MESSAGES).map(({ text }) => text);

test("no script says anything in words of its own", () => {
  const scripts = Object.fromEntries(SCRIPTS.map((path) => [path, readText(path)]));
  assert.deepEqual(findHardCoded(scripts, MESSAGES), []);
});

test("a text that is put among a real script's is found, with its place", () => {
  const path = "content/head.js";
  const code = readText(path).replace('say("fact_evidence")', '"Evidence for"');
  const line = code.split("\n").findIndex((each) => each.includes('"Evidence for"')) + 1;
  assert.deepEqual(findHardCoded({ [path]: code }, MESSAGES), [{ path, line, text: "Evidence for" }]);
});

test("a text that another script's function gives is found where it stands", () => {
  const scripts = {
    "a.js": 'const { greet } = words; make("p", {}, greet(name))',
    "b.js": 'function greet() { return "Hello"; }',
  };
  assert.deepEqual(findHardCoded(scripts, MESSAGES), [{ path: "b.js", line: 1, text: "Hello" }]);
});

for (const planted of [
  'make("p", {}, "Hello")',
  'make("p", {}, isNew ? say("times") : "Hello")',
  'make("p", {}, ...names.map((name) => `Hello${name}`))',
  'make("p", { "aria-label": "Hello" })',
  'makeButton({ class: "primary" }, press, "Hello")',
  'element.textContent = "Hello"',
  'element.title = say("times") + "Hello"',
  'element.setAttribute("aria-label", "Hello")',
  'element.append("Hello")',
  'new Option("Hello")',
  'api.action.setTitle({ tabId, title: "Hello" })',
  'const greeting = "Hello"; element.textContent = greeting',
  'const [, title] = { new: ["", "Hello"] }[state] ?? ["", say("times")]; show({ title })',
  'function greet() { return "Hello"; } make("p", {}, greet())',
  'element.textContent = names.join("Hello")',
]) {
  test(`found: ${planted}`, () => assert.deepEqual(wordsIn(planted), ["Hello"]));
}

for (const harmless of [
  'make("p", { class: "quiet hint", role: "status", lang: "en" }, say("hint"))',
  'makeButton({ "data-key": "close" }, () => act("close"), "×")',
  'element.className = "line against"',
  'element.setAttribute("role", "switch")',
  'const label = { label: "sample_for" }; element.textContent = say(label.label)',
  'throw new Error("no such element")',
]) {
  test(`left alone: ${harmless}`, () => assert.deepEqual(wordsIn(harmless), []));
}
