// @ts-check
/** The balance sheet: sections in the recruiter's order, lines once each, counted by direction. */
import assert from "node:assert/strict";
import test from "node:test";
import { readJson } from "./load.mjs";

const { makeSheet, makeLines, addCounts } = rolelightSheet;
const say = rolelightMessages.speaker(readJson("_locales/en/messages.json"));
const reading = readJson("../docs/reading.json");
const WEB = "back-end-web-developer";

/** @param {Partial<Wire.Highlight>} changes @param {Placement["state"]} [state] @returns {Placement} */
const place = (changes, state = "found") =>
  ({ highlight: { ...reading.highlights[1], ...changes }, state, range: null });

/** @returns {Shown} */
const shown = (role = WEB) => ({
  reading, roles: [], role, painted: true,
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

test("another role turns the balance over", () => {
  assert.deepEqual(addCounts(makeSheet(shown(), say)), { for: 2, against: 0, unclear: 0 });
  assert.deepEqual(addCounts(makeSheet(shown("data-analyst"), say)), { for: 0, against: 2, unclear: 0 });
});

test("the same signal in one entry is one line with all its places", () => {
  const lines = makeLines([place({}), place({ start: 80 }), place({ signal: "flask" })], WEB);
  assert.deepEqual(lines.map(({ placements }) => placements.length), [2, 1]);
});

test("what speaks for stands first, strongest first, and what is unclear last", () => {
  const lines = makeLines([
    place({ signal: "a", weights: {} }), place({ signal: "b", weights: { [WEB]: -1 } }),
    place({ signal: "c", weights: { [WEB]: 0.2 } }), place({ signal: "d", weights: { [WEB]: 1 } }),
  ], WEB);
  assert.deepEqual(lines.map(({ direction, strength }) => `${direction} ${strength}`),
    ["for 3", "for 2", "against 3", "unclear 1"]);
});

test("a line is lost only when none of its places was found", () => {
  const states = (/** @type {Placement[]} */ ...places) => makeLines(places, WEB)[0].state;
  assert.equal(states(place({}, "missing"), place({}, "found")), "found");
  assert.equal(states(place({}, "ambiguous"), place({}, "missing")), "ambiguous");
});
