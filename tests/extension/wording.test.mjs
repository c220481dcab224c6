// @ts-check
/** Numbers become words: directions, strengths, uses, dates, coverage. */
import assert from "node:assert/strict";
import test from "node:test";
import { readJson } from "./load.mjs";

const {
  directionFor, strengthFor, roleLabel, coverageWords, namedUses, useWords, dateWords, pagesWords, weightWords,
} = rolelightWording;
const say = rolelightMessages.speaker(readJson("_locales/en/messages.json"));
const german = rolelightMessages.speaker({ language: { message: "de" } });
const reading = readJson("../docs/reading.json");

/** @param {Record<string, number>} weights @param {Record<string, Direction>} [directions] */
const highlight = (weights, directions = {}) => ({ ...reading.highlights[0], weights, directions });

test("a direction is the server's for the role, whatever it is for another role", () => {
  const both = highlight({ web: 0.5, data: -0.5 }, { web: "for", data: "against" });
  assert.equal(directionFor(both, "web"), "for");
  assert.equal(directionFor(both, "data"), "against");
});

test("a role without a direction is unclear, though there is a weight", () => {
  assert.equal(directionFor(highlight({ web: 0.1 }), "web"), "unclear");
});

test("strength grows with the size of the weight, for and against alike", () => {
  const strengths = [0, 0.1, -0.2, 0.34, 0.35, -2].map((web) => strengthFor(highlight({ web }), "web"));
  assert.deepEqual(strengths, [1, 1, 2, 2, 3, 3]);
});

test("a role without a label is said by its id", () => {
  assert.equal(roleLabel("data-analyst", [{ id: "data-analyst", label: "Data analyst" }]), "Data analyst");
  assert.equal(roleLabel("qa-engineer", []), "Qa engineer");
});

test("coverage counts the positions that say something", () => {
  assert.equal(coverageWords(reading, { ...reading.fit, coverage: 1 }, say), "1 of 1 positions have text");
  const bare = { ...reading, profile: { ...reading.profile, sections: [] } };
  assert.equal(coverageWords(bare, reading.fit, say), "no positions on this page");
});

test("uses are named from an even chance on, strongest first", () => {
  assert.deepEqual(namedUses({ web: 0.6, analysis: 0.9, other: 0.4 }), ["analysis", "web"]);
});

test("uses are said in words, and none is said to be open", () => {
  assert.equal(useWords(["analysis", "web"], say), "data analysis and web development");
  assert.equal(useWords([], say), "work that the text leaves open");
});

test("dates are said as far as they are known", () => {
  assert.deepEqual(["2020-03", "2020", null].map((date) => dateWords(date, say)), ["Mar 2020", "2020", ""]);
});

test("months are said in the interface's language", () => {
  assert.equal(dateWords("2020-03", german), "März 2020");
});

test("pages are counted and named by what they show", () => {
  const pages = ["https://people.test/in/robin/", "https://people.test/in/robin/details/experience/"];
  assert.equal(pagesWords(pages, say), "2 pages: profile, Experience");
});

test("weights have their sign", () => {
  assert.deepEqual([1.4, -0.9, 0].map((weight) => weightWords(weight, say)), ["+1.40", "−0.90", "+0.00"]);
});

test("weights are written in the interface's language", () => {
  assert.equal(weightWords(1.4, german), "+1,40");
});
