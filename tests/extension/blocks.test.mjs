// @ts-check
/** The collapsed text of a block, and the way back from it to the text nodes. */
import assert from "node:assert/strict";
import test from "node:test";
import { readJson } from "./load.mjs";

const rules = readJson("lib/capture_rules.json");
const { isSpace } = rolelightBlocks.makeRule(rules, new Set());

/** @param {(string | null)[]} parts */
function collapse(...parts) {
  const nodes = parts.map((data) => (data === null ? null : /** @type {Text} */ ({ data })));
  return rolelightBlocks.collapse(nodes, isSpace);
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
  const { text, offsets } = collapse("\ud83d x 🚀");
  assert.equal(text, "\ufffd x 🚀");
  assert.deepEqual(offsets, [0, 1, 2, 3, 4, 5]);
});

test("every unit knows its text node and its offset there", () => {
  const parts = ["  🚀 Built", null, "\n with ", "Dja", "ngo. "];
  const { text, nodes, offsets } = collapse(...parts);
  assert.equal(text, "🚀 Built with Django.");
  [...Array(text.length).keys()].forEach((unit) => {
    const source = nodes[unit]?.data[offsets[unit]] ?? " ";
    assert.equal(isSpace(source) ? " " : source, text[unit]);
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
    const { text, nodes, offsets } = collapse(...parts);
    const bare = parts.join("").replace(new RegExp(`[${rules.whitespace}]`, "g"), "");
    const back = nodes.map((node, unit) => node?.data[offsets[unit]] ?? " ").join("");
    assert.equal(back.replace(new RegExp(`[${rules.whitespace}]`, "g"), ""), bare);
    assert.equal(nodes.length, text.length);
    assert.doesNotMatch(text, /^ | $| {2}/);
  }
});
