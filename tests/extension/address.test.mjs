// @ts-check
/** Which page and whose is open, by its address. */
import assert from "node:assert/strict";
import test from "node:test";
import { readJson } from "./load.mjs";

const { pageNow, personNow } = rolelightAddress;
const rules = readJson("lib/capture_rules.json");

/** @param {string} path @param {string} [site] */
function open(path, site = "https://people.test") {
  Object.assign(globalThis, { window: { top: { location: { href: site + path } } } });
  return { page: pageNow(rules), person: personNow(rules) };
}

test("a query, a layer, a fragment or the case make no other page of a person", () => {
  const paths = [
    "/in/robin/", "/in/robin", "/in/Robin/?from=search", "/in/robin/overlay/contact-info/", "/in/robin/#skills"];
  assert.equal(new Set(paths.map((path) => open(path).page)).size, 1);
});

test("a details page is another page of the same person", () => {
  assert.equal(open("/in/robin/details/skills/").person, open("/in/robin/").person);
  assert.notEqual(open("/in/robin/details/skills/").page, open("/in/robin/").page);
});

test("another name or another site is another person", () => {
  const people = [
    open("/in/robin/"), open("/in/robin-two/"), open("/in/kim/"), open("/in/robin/", "https://others.test")];
  assert.equal(new Set(people.map(({ person }) => person)).size, 4);
});

test("on other sites each page stands for itself, by its path, its query, or a fragment used as a path", () => {
  const paths = ["/robin", "/kim", "/people?id=1", "/people?id=2", "/app#/people/1", "/app#!/people/2"];
  assert.equal(new Set(paths.map((path) => open(path).person)).size, paths.length);
  assert.equal(open("/robin#experience").person, open("/robin").person);
});
