// @ts-check
/** What the extension sends to the server, and how it takes answers; the network is a stand-in here. */
import assert from "node:assert/strict";
import test, { mock } from "node:test";
import { readJson } from "./load.mjs";

const api = { permissions: { contains: async () => true } };
Object.assign(globalThis, { chrome: api });
const { getReading, getRoles, pair } = await import("../../extension/lib/server.js");

const settings = /** @type {const} */ ({
  port: 8765, role: "data-analyst", token: "a-token", palette: "standard", corner: "top-right", collapsed: false,
});
const captures = [{ html: "<html></html>", url: "https://people.test/robin", lang: "en" }];
const NOTHING_ASKED = { role: null, setAside: [] };
const HEADERS = { "X-Rolelight-Server": "0.1.0", "X-Rolelight-API": "1.3" };
const reading = readJson("../docs/reading.json");

/** @param {unknown} body @param {ResponseInit} [options] */
function answerWith(body, options = {}) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return mock.method(globalThis, "fetch", async () =>
    new Response(text, { headers: HEADERS, ...options }));
}

/** @param {string} code @param {() => Promise<unknown>} act */
const failsWith = (code, act) => assert.rejects(act, (/** @type {any} */ error) => error.code === code);

test.afterEach(() => mock.restoreAll());

test("a reading is asked for at this machine alone, with the token and without cookies", async () => {
  const fetched = answerWith(reading);
  assert.deepEqual(await getReading(settings, captures, { role: "data-analyst", setAside: [] }), reading);
  const [address, sent] = /** @type {[string, RequestInit]} */ (/** @type {any} */ (fetched.mock.calls[0].arguments));
  assert.equal(address, "http://127.0.0.1:8765/api/v1/readings");
  assert.equal(new Headers(sent.headers).get("Authorization"), "Bearer a-token");
  assert.equal(sent.credentials, "omit");
  assert.deepEqual(JSON.parse(String(sent.body)), { captures, role: "data-analyst" });
});

test("what is set aside is named where there is any", async () => {
  const fetched = answerWith(reading);
  await getReading(settings, captures, { role: null, setAside: ["h2"] });
  const { body } = /** @type {RequestInit} */ (/** @type {any} */ (fetched.mock.calls[0].arguments[1]));
  assert.deepEqual(JSON.parse(String(body)), { captures, set_aside: ["h2"] });
});

test("without a token nothing is sent", async () => {
  const fetched = answerWith(reading);
  await failsWith("not_paired", () => getReading({ ...settings, token: "" }, captures, NOTHING_ASKED));
  assert.equal(fetched.mock.callCount(), 0);
});

test("a server that does not answer is told from a permission that is missing", async () => {
  mock.method(globalThis, "fetch", async () => { throw new TypeError("Failed to fetch"); });
  await failsWith("not_running", () => getRoles(settings));
  mock.method(api.permissions, "contains", async () => false);
  await failsWith("no_permission", () => getRoles(settings));
});

test("a slow server has its own code", async () => {
  mock.method(globalThis, "fetch", async () => { throw new DOMException("late", "TimeoutError"); });
  await failsWith("too_slow", () => getRoles(settings));
});

test("a reply that does not name Rolelight is another program's, whatever it says", async () => {
  answerWith({ roles: [] }, { headers: {} });
  await failsWith("other_program", () => getRoles(settings));
});

test("another major version does not fit, another minor version does", async () => {
  answerWith({ roles: [] });
  assert.deepEqual(await getRoles(settings), []);
  answerWith({ roles: [] }, { headers: { ...HEADERS, "X-Rolelight-API": "2.0" } });
  await failsWith("wrong_version", () => getRoles(settings));
});

for (const [code, status, ours] of /** @type {[string, number, string][]} */ ([
  ["not_paired", 401, "not_paired"], ["wrong_origin", 403, "not_paired"],
  ["page_too_large", 413, "page_too_large"], ["page_too_complex", 422, "page_too_large"],
  ["page_too_long", 422, "page_too_large"],
  ["wrong_code", 403, "wrong_code"], ["too_many_tries", 429, "too_many_tries"],
  ["internal", 500, "unexpected"],
])) {
  test(`the server's ${code} is shown as ${ours}`, async () => {
    answerWith({ code, message: "A sentence.", fields: {} }, { status, headers: HEADERS });
    await failsWith(ours, () => pair(settings, "ABCD-2345"));
  });
}

test("an answer that is not what was asked for is unexpected", async () => {
  for (const body of ["<html>", "null", "[]", "{}"]) {
    answerWith(body);
    await failsWith("unexpected", () => getReading(settings, captures, NOTHING_ASKED));
    await failsWith("unexpected", () => pair(settings, "ABCD-2345"));
    await failsWith("unexpected", () => getRoles(settings));
    mock.restoreAll();
  }
});
