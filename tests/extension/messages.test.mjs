// @ts-check
/** Every text that the interface may need is there, and none is left over. */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import test from "node:test";
import { readJson, readText } from "./load.mjs";

const messages = readJson("_locales/en/messages.json");

const FAMILIES = {
  verdict: ["strong", "possible", "unlikely", "not_enough_evidence"],
  sentence: ["strong", "possible", "unlikely", "not_enough_evidence"],
  section: [
    "headline", "about", "experience", "education", "skills", "certifications", "projects",
    "publications", "courses", "languages", "volunteering", "honors", "recommendations",
    "organizations",
  ],
  state: ["empty", "not_loaded", "truncated", "redacted"],
  use: ["web", "analysis", "engineering", "automation", "other"],
  count: ["for", "against", "unclear"],
  heard: ["for", "against", "unclear"],
  speaks: ["for", "against", "unclear"],
  placement: ["missing", "ambiguous"],
  failure: [
    "not_running", "other_program", "no_permission", "not_paired", "wrong_version", "too_slow",
    "page_too_large", "unexpected", "page_stale", "page_sign_in_wall", "page_guest_home",
    "page_blocked", "page_not_found", "page_private", "page_search_results", "page_job_ad",
    "page_blank",
  ],
};

/** What can fail in the options alone, where there is no card with a title. */
const PAIRING_FAILURES = ["failure_wrong_code", "failure_too_many_tries"];

test("every value that a reading may hold has its words", () => {
  for (const [family, values] of Object.entries(FAMILIES)) {
    for (const value of values) assert.ok(messages[`${family}_${value}`], `${family}_${value}`);
  }
});

test("every failure has a title and a sentence that says what to do", () => {
  for (const code of FAMILIES.failure) {
    assert.ok(messages[`failure_${code}_title`], code);
    assert.match(messages[`failure_${code}`].message, /\.$/, code);
  }
});

test("every message is used", () => {
  const folders = ["content", "options", "lib", "."];
  const code = folders.flatMap((folder) =>
    readdirSync(new URL(`../../extension/${folder}`, import.meta.url))
      .filter((name) => /\.(js|json|html)$/.test(name))
      .map((name) => readText(`${folder}/${name}`))).join("\n");
  const families = Object.entries(FAMILIES).flatMap(([family, values]) =>
    values.flatMap((value) => [`${family}_${value}`, `${family}_${value}_title`]));
  const known = new Set([...families, ...PAIRING_FAILURES]);
  const unused = Object.keys(messages).filter((name) =>
    !code.includes(`"${name}"`) && !code.includes(`__MSG_${name}__`) && !known.has(name));
  assert.deepEqual(unused, []);
});

test("values take their places in a message", () => {
  const say = rolelightMessages.speaker({ both: { message: "$1 of $2" } });
  assert.equal(say("both", 5, 9), "5 of 9");
  assert.equal(say("none"), "none");
});
