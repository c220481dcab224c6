// @ts-check
/** Every language says everything that English says, in words of its own. */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import test from "node:test";
import { readJson } from "./load.mjs";

const english = /** @type {Messages} */ (readJson("_locales/en/messages.json"));
const OTHERS = readdirSync(new URL("../../extension/_locales", import.meta.url)).filter((name) => name !== "en");

/** What is the same as in English, and why; in languages that are not named it is not the same. */
const SAME = [
  { why: "a name", names: ["extension_name"], languages: ["de", "es", "fr", "pt"] },
  { why: "a value alone", names: ["evidence_for", "times"], languages: ["de", "es", "fr", "pt"] },
  { why: "a name and a value", names: ["action_shown", "action_failed"], languages: ["de", "es", "pt"] },
  { why: "the same word", names: ["connection_port", "palette_standard"], languages: ["de", "fr"] },
  { why: "the same word", names: ["sums_total"], languages: ["es", "fr", "pt"] },
  {
    why: "the same word",
    names: ["verdict_possible", "section_certifications", "section_publications"],
    languages: ["fr"],
  },
];

/** @param {string} text */
const placeholdersOf = (text) => [...text.matchAll(/\$\d/g)].map(([placeholder]) => placeholder).sort();

/** @param {string} text */
const edgesOf = (text) => [/^\s*/, /\s*$/].map((edge) => edge.exec(text)?.[0]);

test("the interface speaks five languages", () => {
  assert.deepEqual(OTHERS.sort(), ["de", "es", "fr", "pt"]);
});

for (const language of OTHERS) {
  const messages = /** @type {Messages} */ (readJson(`_locales/${language}/messages.json`));
  const texts = Object.entries(messages).map(([name, { message }]) => ({ name, message }));
  const differing = (/** @type {(text: string) => unknown} */ aspect) => texts
    .filter(({ name, message }) =>
      JSON.stringify(aspect(message)) !== JSON.stringify(aspect(english[name]?.message ?? "")))
    .map(({ name }) => name);

  test(`${language} has exactly the messages of English, in their order`, () => {
    assert.deepEqual(Object.keys(messages), Object.keys(english));
  });

  test(`${language} says its own name`, () => assert.equal(messages.language.message, language));

  test(`${language} has a place for each value, and for no other`, () => {
    assert.deepEqual(differing(placeholdersOf), []);
  });

  test(`${language} begins and ends each message as English does, so that parts can be put together`, () => {
    assert.deepEqual(differing(edgesOf), []);
  });

  test(`${language} says everything in words of its own`, () => {
    const same = texts.filter(({ name, message }) => message === english[name]?.message).map(({ name }) => name);
    const known = SAME.filter(({ languages }) => languages.includes(language)).flatMap(({ names }) => names);
    assert.deepEqual(same.sort(), known.sort());
  });
}
