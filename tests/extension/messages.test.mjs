// @ts-check
/** Every text that the interface may need is there, and none is left over. */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import test from "node:test";
import { readJson, readText } from "./load.mjs";

const messages = readJson("_locales/en/messages.json");

/** What is said in other words where the server is a team's. */
const TEAM = ["not_running", "other_program", "no_permission", "wrong_version", "not_paired"];

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
  placement: ["missing", "ambiguous", "elsewhere"],
  filter: ["for", "against", "unclear", "title", "phrase", "skill", "education", "warning"],
  gap: ["not_loaded", "truncated"],
  failure: [
    "not_running", "other_program", "no_permission", "not_paired", "not_proved", "wrong_version", "too_slow",
    "page_too_large", "different_people", "removed", "unexpected", "busy", "token_expired",
    ...TEAM.map((code) => `team_${code}`), ...pageStates().map((state) => `page_${state}`),
  ],
};

/** What a page may be instead of a profile, from the server's own data and code. */
function pageStates() {
  const marks = readText("../server/rolelight/page/states.toml").matchAll(/^name = "(\w+)"/gm);
  const findings = readText("../server/rolelight/page/detect.py").matchAll(/Finding\("(\w+)"/g);
  const states = [...marks, ...findings].map(([, state]) => state);
  return [...new Set(states)].filter((state) => state !== "profile");
}

/** What can fail while a browser is paired, and what to do where the address and the code are at hand. */
const PAIRING = [
  ...["wrong_code", "too_many_tries", "no_https", "no_address", "declined"]
    .flatMap((code) => [`failure_${code}`, `failure_${code}_title`]),
  ...[
    "not_running", "other_program", "no_permission", "not_paired", "not_proved", "wrong_version",
    "team_no_permission", "team_not_paired", "token_expired",
  ].map((code) => `here_${code}`),
];

test("the server's page states are found", () => {
  for (const state of ["sign_in_wall", "blank", "not_a_profile"]) assert.ok(pageStates().includes(state));
});

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

test("every failure of pairing has its words", () => {
  for (const name of PAIRING) assert.ok(messages[name], name);
});

test("every message is used", () => {
  const folders = ["content", "options", "welcome", "lib", "."];
  const code = folders.flatMap((folder) =>
    readdirSync(new URL(`../../extension/${folder}`, import.meta.url))
      .filter((name) => /\.(js|json|html)$/.test(name))
      .map((name) => readText(`${folder}/${name}`))).join("\n");
  const families = Object.entries(FAMILIES).flatMap(([family, values]) =>
    values.flatMap((value) => [`${family}_${value}`, `${family}_${value}_title`]));
  const known = new Set([...families, ...PAIRING]);
  const unused = Object.keys(messages).filter((name) =>
    !code.includes(`"${name}"`) && !code.includes(`__MSG_${name}__`) && !known.has(name));
  assert.deepEqual(unused, []);
});

test("values take their places in a message", () => {
  const say = rolelightMessages.speaker({ both: { message: "$1 of $2" } });
  assert.equal(say("both", 5, 9), "5 of 9");
});

test("a value without a message is said in its own words, never by a message's name", () => {
  const say = rolelightMessages.speaker(messages);
  assert.equal(say("section_further_training"), "further training");
});

test("a failure that is not known is said in general", () => {
  const { knownFailure } = rolelightMessages;
  assert.equal(knownFailure(messages, "page_job_ad"), "page_job_ad");
  assert.equal(knownFailure(messages, "page_company"), "page_not_a_profile");
  assert.equal(knownFailure(messages, "brand_new"), "unexpected");
});
