// @ts-check
/** Quotes are found where they stand exactly, in their exact context, and nowhere else. */
import assert from "node:assert/strict";
import test from "node:test";
import "./load.mjs";

const { findQuote } = rolelightLocate;

test("a quote is found in its context", () => {
  const quote = { exact: "Go", prefix: "in ", suffix: " and" };
  assert.deepEqual(findQuote("Go: services in Go and C", quote), [{ start: 16, end: 18 }]);
});

test("a quote without prefix begins its block, and one without suffix ends it", () => {
  assert.deepEqual(findQuote("Go", { exact: "Go", prefix: "", suffix: "" }), [{ start: 0, end: 2 }]);
  assert.deepEqual(findQuote("Let it Go", { exact: "Go", prefix: "", suffix: "" }), []);
  assert.deepEqual(findQuote("Go on", { exact: "Go", prefix: "", suffix: "" }), []);
});

test("a near match is no match", () => {
  assert.deepEqual(findQuote("in Golang and", { exact: "Go", prefix: "in ", suffix: " and" }), []);
  assert.deepEqual(findQuote("in go and", { exact: "Go", prefix: "in ", suffix: " and" }), []);
});

test("every place is found, so that ambiguity shows", () => {
  const quote = { exact: "aa", prefix: "a", suffix: "a" };
  assert.deepEqual(findQuote("aaaaa", quote), [{ start: 1, end: 3 }, { start: 2, end: 4 }]);
});

test("offsets are UTF-16 units", () => {
  assert.deepEqual(findQuote("🚀 Go", { exact: "Go", prefix: "🚀 ", suffix: "" }), [{ start: 3, end: 5 }]);
});

test("an empty quote stands nowhere", () => {
  assert.deepEqual(findQuote("anything", { exact: "", prefix: "", suffix: "" }), []);
});
