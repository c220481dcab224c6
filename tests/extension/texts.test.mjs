// @ts-check
/** The collapsed text of a block, and the way back from it to the text nodes. */
import assert from "node:assert/strict";
import test from "node:test";
import { readJson } from "./load.mjs";

const { sourceOf } = rolelightTexts;
const rules = readJson("lib/capture_rules.json");
const rule = rolelightBlocks.makeRule(rules, new Set());
const isSpace = (/** @type {string} */ character) => rules.whitespace.includes(character);

/** @param {(string | null)[]} parts */
function collapse(...parts) {
  const nodes = parts.map((data) => (data === null ? null : /** @type {Text} */ ({ data })));
  return rolelightTexts.collapse(nodes, rule);
}

/** @param {BlockText} block */
const units = ({ text }) => [...Array(text.length).keys()];

/**
 * The character that a unit came from; a break stands for a space.
 * @param {BlockText} block
 * @param {number} unit
 */
function characterAt(block, unit) {
  const { node, offset } = sourceOf(block, unit);
  return node ? node.data[offset] : " ";
}

test("runs of white space become one space and the ends are trimmed", () => {
  assert.equal(collapse("  a \n\t b\u00a0\u2003c ").text, "a b c");
});

test("white space across text nodes is one space too", () => {
  assert.equal(collapse("a ", " ", " b").text, "a b");
  assert.equal(collapse("a", "b").text, "ab");
});

test("a line break or an inner block stands for a space", () => {
  assert.equal(collapse("a", null, "b").text, "a b");
  assert.equal(collapse(null, "a ", null, " b", null).text, "a b");
});

test("zero-width characters are no white space", () => {
  assert.equal(collapse("a\u200bb").text, "a\u200bb");
});

test("a lone surrogate is U+FFFD and offsets stay as they are", () => {
  const block = collapse("\ud83d x 🚀");
  assert.equal(block.text, "\ufffd x 🚀");
  assert.deepEqual(units(block).map((unit) => sourceOf(block, unit).offset), [0, 1, 2, 3, 4, 5]);
});

test("every unit knows its text node and its offset there", () => {
  const parts = ["  🚀 Built", null, "\n with ", "Dja", "ngo. "];
  const block = collapse(...parts);
  assert.equal(block.text, "🚀 Built with Django.");
  units(block).forEach((unit) => {
    const source = characterAt(block, unit);
    assert.equal(isSpace(source) ? " " : source, block.text[unit]);
  });
});

test("any mix of words and white space keeps its words and their places", () => {
  // A small generator with a fixed seed: every run tries the same thousand texts.
  let seed = 7;
  const next = (/** @type {number} */ count) => {
    seed = (seed * 1103515245 + 12345) % 2 ** 31;
    return seed % count;
  };
  const letters = ["a", "é", "🚀", "\ud83d", ...rules.whitespace];
  for (let round = 0; round < 1000; round += 1) {
    const parts = Array.from({ length: next(5) }, () =>
      next(6) ? Array.from({ length: next(7) }, () => letters[next(letters.length)]).join("") : null);
    const block = collapse(...parts);
    const bare = parts.join("").replace(new RegExp(`[${rules.whitespace}]`, "g"), "");
    const back = units(block).map((unit) => characterAt(block, unit));
    assert.equal(back.join("").replace(new RegExp(`[${rules.whitespace}]`, "g"), ""), bare);
    assert.equal(back.map((each) => (isSpace(each) ? " " : each)).join("").toWellFormed(), block.text);
    assert.doesNotMatch(block.text, /^ | $| {2}/);
  }
});
