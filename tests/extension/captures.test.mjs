// @ts-check
/** Which captures of a person are read together: a page once, and as many as the server takes. */
import assert from "node:assert/strict";
import test from "node:test";
import { readJson } from "./load.mjs";

Object.assign(globalThis, { chrome: {} });
const { join, pageOf } = await import("../../extension/lib/captures.js");
const rules = readJson("lib/capture_rules.json");
const SITE = "https://people.test";

/** @param {string} path @param {string} [html] @returns {Wire.Capture} */
const capture = (path, html = "<html></html>") => ({ html, url: SITE + path, lang: "en" });
/** @param {string[]} paths */
const joined = (...paths) => paths.reduce(
  (captures, path) => join(captures, capture(path), rules), /** @type {Wire.Capture[]} */ ([]));
/** @param {Wire.Capture[]} captures */
const paths = (captures) => captures.map(({ url }) => url.slice(SITE.length));

test("details pages are told apart, layers over the main page are not", () => {
  assert.equal(pageOf(`${SITE}/in/robin/details/skills/`, rules), "/details/skills");
  assert.deepEqual(paths(joined("/in/robin/", "/in/robin/details/skills/", "/in/robin/overlay/photo/")),
    ["/in/robin/details/skills/", "/in/robin/overlay/photo/"]);
});

test("the oldest give way where the server would take no more", () => {
  const many = Array.from({ length: 9 }, (_, number) => `/in/robin/details/${"abcdefghi"[number]}/`);
  assert.deepEqual(paths(joined(...many)), many.slice(1));
  const large = capture("/in/robin/details/skills/", "x".repeat(3_000_000));
  assert.deepEqual(paths(join([large], capture("/in/robin/", "y".repeat(3_000_000)), rules)), ["/in/robin/"]);
});
