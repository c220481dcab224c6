// @ts-check
/** The balance sheet: sections in the recruiter's order, lines once each, counted by direction. */
import assert from "node:assert/strict";
import test from "node:test";
import { readJson } from "./load.mjs";

const { makeSheet, makeLines, addCounts, addWeights } = rolelightSheet;
const say = rolelightMessages.speaker(readJson("_locales/en/messages.json"));
const reading = readJson("../docs/reading.json");
const WEB = "back-end-web-developer";

/** @param {Partial<Wire.Highlight>} changes @param {Placement["state"]} [state] @returns {Placement} */
const place = (changes, state = "found") =>
  ({ highlight: { ...reading.highlights[1], ...changes }, state, range: null });

/** @returns {Shown} */
const shown = (role = WEB) => ({
  reading, roles: [], role, painted: true, pages: [], capture: 0, person: "",
  hidden: rolelightFilters.hideNothing(),
  placements: reading.highlights.map((/** @type {Wire.Highlight} */ one) => place(one)),
});

test("the five main sections always stand there, in their order", () => {
  const kinds = makeSheet(shown(), say).map(({ kind }) => kind);
  assert.deepEqual(kinds, ["headline", "about", "experience", "education", "skills"]);
});

test("an entry says title, company, time and what the skill was used for", () => {
  const [entry] = makeSheet(shown(), say)[2].entries;
  assert.equal(entry.heading, "Web Developer · Acme");
  assert.equal(entry.period, "Mar 2020 – now");
  assert.equal(entry.use, "Python here: web development");
});

test("signs on the page that turn the order of letters round stay out of our sentences", () => {
  const turned = structuredClone(shown());
  const experience = turned.reading.profile.sections.find(({ kind }) => kind === "experience");
  Object.assign(experience?.entries[0] ?? {}, { title: "Web \u202eDeveloper\u2066" });
  const quote = { ...reading.highlights[1].quote, exact: "\u202eFlask\u2069" };
  assert.equal(makeSheet(turned, say)[2].entries[0].heading, "Web Developer · Acme");
  assert.equal(makeLines([place({ quote })], WEB)[0].words, "Flask");
});

test("another role turns the balance over", () => {
  assert.deepEqual(addCounts(makeSheet(shown(), say)), { for: 2, against: 0, unclear: 0 });
  assert.deepEqual(addCounts(makeSheet(shown("data-analyst"), say)), { for: 0, against: 2, unclear: 0 });
});

test("the same signal in one entry is one line with all its places", () => {
  const lines = makeLines([place({}), place({ start: 80 }), place({ signal: "flask" })], WEB);
  assert.deepEqual(lines.map(({ placements }) => placements.length), [2, 1]);
});

/** @param {string} signal @param {number} weight @param {Direction} direction */
const weighing = (signal, weight, direction) =>
  place({ signal, weights: { [WEB]: weight }, directions: { [WEB]: direction } });

test("what weighs most stands first, whatever it speaks for", () => {
  const lines = makeLines([
    place({ signal: "a", weights: {}, directions: {} }), weighing("b", -1, "against"),
    weighing("c", 0.2, "for"), weighing("d", 1.2, "for"),
  ], WEB);
  assert.deepEqual(lines.map(({ direction, strength }) => `${direction} ${strength}`),
    ["for 3", "against 3", "for 2", "unclear 1"]);
});

test("a line weighs what all its places weigh, and gives the reason of the strongest", () => {
  const strong = weighing("a", 0.5, "for");
  strong.highlight.reasons = { [WEB]: "Long ago." };
  const [line] = makeLines([weighing("a", 0.25, "for"), strong], WEB);
  assert.equal(line.weight, 0.75);
  assert.equal(line.reason, "Long ago.");
  assert.equal(line.strongest, strong);
});

test("weights are added by direction, those against without their sign", () => {
  const placements = [weighing("a", 0.5, "for"), weighing("b", -2, "against"), weighing("c", 0.25, "for")];
  const weights = addWeights(makeSheet({ ...shown(), placements }, say));
  assert.deepEqual(weights, { for: 0.75, against: 2, unclear: 0 });
});

test("skills are one list, in which what weighs most stands first", () => {
  const weak = weighing("weak", 0.1, "for");
  const strong = weighing("strong", -1, "against");
  Object.assign(weak.highlight, { section: "skills", entry: "skills-1" });
  Object.assign(strong.highlight, { section: "skills", entry: "skills-2" });
  const entries = makeSheet({ ...shown(), placements: [weak, strong] }, say)[4].entries;
  assert.deepEqual(entries.map(({ lines }) => lines.map(({ weight }) => weight)), [[-1, 0.1]]);
});

test("a line is lost only when none of its places was found", () => {
  const states = (/** @type {Placement[]} */ ...places) => makeLines(places, WEB)[0].state;
  assert.equal(states(place({}, "missing"), place({}, "found")), "found");
  assert.equal(states(place({}, "ambiguous"), place({}, "missing")), "ambiguous");
});
