// @ts-check
/** The extension's own pages have no text of their own: each comes from _locales, so that each is translated. */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import test from "node:test";
import { readJson, readText } from "./load.mjs";

const messages = readJson("_locales/en/messages.json");
const pages = readdirSync(new URL("../../extension", import.meta.url), { recursive: true })
  .map((path) => String(path).replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".html"));

/** What a page may say itself: what is typed as it stands in every language, and the name. */
const OWN_WORDS = /<code>[^<]*<\/code>|Rolelight|https:\/\//g;

/**
 * The texts of a page that would need a translation: between the tags, and in attributes that are read out.
 * @param {string} html
 */
function hardCodedTexts(html) {
  const page = html.replace(/<!--.*?-->|<!doctype[^>]*>/gs, "").replace(OWN_WORDS, "");
  const attributes = page.matchAll(/\s(?:aria-label|alt|title|placeholder|aria-description)="([^"]*)"/g);
  const texts = [...page.split(/<[^>]*>/), ...[...attributes].map(([, value]) => value)];
  return texts.map((text) => text.trim()).filter((text) => /\p{L}/u.test(text));
}

/** @param {string} html */
const namedMessages = (html) =>
  [...html.matchAll(/\sdata-message(?:-label)?="([^"]*)"/g)].map(([, name]) => name);

test("hard-coded text is found between tags and in attributes, and code is let be", () => {
  const page = '<p data-message="x">Hello <code>rolelight</code></p><img alt="a dog"> Rolelight 127 <!-- no -->';
  assert.deepEqual(hardCodedTexts(page), ["Hello", "a dog"]);
});

test("the extension's pages are found", () => {
  assert.deepEqual(pages.sort(), ["options/options.html", "welcome/welcome.html"]);
});

for (const path of pages) {
  test(`${path} has no text of its own`, () => {
    assert.deepEqual(hardCodedTexts(readText(path)), []);
  });

  test(`${path} names only messages that there are`, () => {
    const names = namedMessages(readText(path));
    assert.ok(names.length > 10);
    assert.deepEqual(names.filter((name) => !messages[name]), []);
  });
}

test("the scripts of the pages write no text of their own", () => {
  const writing = /(?:textContent|innerText|ariaLabel|title|placeholder)\s*=\s*["'`][^"'`]*\p{L}/u;
  assert.match('state.textContent = "Done";', writing);
  for (const folder of ["options", "welcome", "lib"]) {
    const files = readdirSync(new URL(`../../extension/${folder}`, import.meta.url));
    for (const file of files.filter((name) => name.endsWith(".js"))) {
      assert.doesNotMatch(readText(`${folder}/${file}`), writing, file);
    }
  }
});

test("a folder of texts says its own language, so that a page is read out in it", () => {
  for (const folder of readdirSync(new URL("../../extension/_locales", import.meta.url))) {
    const { language } = readJson(`_locales/${folder}/messages.json`);
    assert.equal(language.message, folder.replace("_", "-"));
  }
});
