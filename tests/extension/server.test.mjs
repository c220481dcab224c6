// @ts-check
/** What the extension sends to the server, and how it takes answers; the network is a stand-in here. */
import assert from "node:assert/strict";
import { createHash, createHmac } from "node:crypto";
import test, { mock } from "node:test";
import { readJson } from "./load.mjs";

const api = { permissions: { contains: async () => true } };
Object.assign(globalThis, { chrome: api });
const { getHealth, getPairing, getReading, getRoles, pair } = await import("../../extension/lib/server.js");

const settings = /** @type {const} */ ({
  port: 8765, team: "", role: "data-analyst", token: "a-token", palette: "standard", corner: "top-right", collapsed: false,
});
const ofTeam = { ...settings, team: "https://rolelight.example.com:8443" };
const captures = [{ html: "<html></html>", url: "https://people.test/robin", lang: "en" }];
const NOTHING_ASKED = { role: null, setAside: [] };
const HEADERS = { "X-Rolelight-Server": "0.1.0", "X-Rolelight-API": "1.3" };
const reading = readJson("../docs/reading.json");

/**
 * Answers everything so, but a challenge as the server does that gave the token.
 * @param {unknown} body
 * @param {ResponseInit} [options]
 */
function answerWith(body, options = {}) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return mock.method(globalThis, "fetch", async (/** @type {string} */ address, /** @type {RequestInit} */ { body }) =>
    address.endsWith("/proofs")
      ? new Response(JSON.stringify({ proofs: [prove(String(body))] }), { headers: HEADERS })
      : new Response(text, { headers: HEADERS, ...options }));
}

/** @param {string} body */
function prove(body) {
  const key = createHash("sha256").update(settings.token).digest();
  return createHmac("sha256", key).update(`${JSON.parse(body).challenge} 127.0.0.1:8765`).digest("hex");
}

/** @param {any} fetched */
const addressesOf = (fetched) => fetched.mock.calls.map((/** @type {any} */ call) => call.arguments[0].split("/").at(-1));

/** @param {string} code @param {() => Promise<unknown>} act */
const failsWith = (code, act) => assert.rejects(act, (/** @type {any} */ error) => error.code === code);

test.afterEach(() => mock.restoreAll());

test("a reading is asked for at this machine alone, with the token and without cookies", async () => {
  const fetched = answerWith(reading);
  assert.deepEqual(await getReading(settings, captures, { role: "data-analyst", setAside: [] }), reading);
  const [address, sent] = /** @type {[string, RequestInit]} */ (/** @type {any} */ (fetched.mock.calls[1].arguments));
  assert.equal(address, "http://127.0.0.1:8765/api/v1/readings");
  assert.equal(new Headers(sent.headers).get("Authorization"), "Bearer a-token");
  assert.equal(sent.credentials, "omit");
  assert.deepEqual(JSON.parse(String(sent.body)), { captures, role: "data-analyst" });
});

test("what is set aside is named where there is any", async () => {
  const fetched = answerWith(reading);
  await getReading(settings, captures, { role: null, setAside: ["h2"] });
  const { body } = /** @type {RequestInit} */ (/** @type {any} */ (fetched.mock.calls[1].arguments[1]));
  assert.deepEqual(JSON.parse(String(body)), { captures, set_aside: ["h2"] });
});

test("a server that cannot prove that it knows the token gets neither token nor page", async () => {
  for (const answer of [{}, null, { proofs: {} }, { proofs: [] }, { proofs: ["0".repeat(64)] }]) {
    const fetched = mock.method(globalThis, "fetch", async () =>
      new Response(JSON.stringify(answer), { headers: HEADERS }));
    await failsWith("not_proved", () => getReading(settings, captures, NOTHING_ASKED));
    assert.deepEqual(addressesOf(fetched), ["proofs"]);
    const { headers, body } = /** @type {any} */ (fetched.mock.calls[0].arguments)[1];
    assert.equal(new Headers(headers).get("Authorization"), null);
    assert.deepEqual(Object.keys(JSON.parse(body)), ["challenge"]);
    fetched.mock.restore();
  }
});

test("no challenge is used twice, and a team's server is asked none: its certificate proves it", async () => {
  const fetched = answerWith(reading);
  for (const each of [settings, settings, ofTeam]) await getReading(each, captures, NOTHING_ASKED);
  assert.deepEqual(addressesOf(fetched), ["proofs", "readings", "proofs", "readings", "readings"]);
  const [first, second] = [0, 2].map((call) => /** @type {any} */ (fetched.mock.calls[call].arguments)[1].body);
  assert.notEqual(first, second);
});

test("only readings, and a team's server, are shown the token", async () => {
  const fetched = answerWith({ ...reading, roles: [], token: "new" });
  await getHealth(settings);
  await getRoles(settings);
  await pair(settings, "ABCD-EFGH");
  for (const { arguments: sent } of /** @type {any[]} */ (fetched.mock.calls)) {
    assert.equal(new Headers(sent[1].headers).get("Authorization"), null);
  }
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

test("a team's server alone is asked where one is set, and for its permission alone", async () => {
  const fetched = answerWith(reading);
  await getReading(ofTeam, captures, NOTHING_ASKED);
  const [address, sent] = /** @type {[string, RequestInit]} */ (/** @type {any} */ (fetched.mock.calls[0].arguments));
  assert.equal(address, "https://rolelight.example.com:8443/api/v1/readings");
  assert.deepEqual([sent.redirect, sent.credentials], ["manual", "omit"]);
  mock.method(globalThis, "fetch", async () => { throw new TypeError("Failed to fetch"); });
  const contains = mock.method(api.permissions, "contains", async () => false);
  await failsWith("team_no_permission", () => getRoles(ofTeam));
  assert.deepEqual(contains.mock.calls[0].arguments, [{ origins: ["https://rolelight.example.com/*"] }]);
});

test("whose the token is, is asked of a server that has said without the token that it is Rolelight", async () => {
  const pairing = { person: "Ann Smith", expires: "2027-02-21T00:00:00Z" };
  const fetched = answerWith(pairing);
  assert.deepEqual(await getPairing(ofTeam), pairing);
  const asked = fetched.mock.calls.map(({ arguments: given }) => {
    const [address, { headers }] = /** @type {[string, RequestInit]} */ (/** @type {any} */ (given));
    return [address.split("/v1/")[1], new Headers(headers).get("Authorization")];
  });
  assert.deepEqual(asked, [["health", null], ["pairing", "Bearer a-token"]]);
  const other = answerWith(pairing, { headers: {} });
  await failsWith("team_other_program", () => getPairing(ofTeam));
  assert.equal(other.mock.callCount(), 1);
});

test("a pairing that names nobody and has no end is known, one that is none is unexpected", async () => {
  answerWith({ person: null, expires: null });
  assert.deepEqual(await getPairing(ofTeam), { person: null, expires: null });
  for (const body of [{ person: 1 }, { expires: "soon" }, { expires: 5 }]) {
    answerWith(body);
    await failsWith("unexpected", () => getPairing(ofTeam));
  }
});

test("health is asked for without the token, which no other program is to get", async () => {
  const fetched = answerWith({});
  await getHealth(settings);
  const { headers } = /** @type {RequestInit} */ (/** @type {any} */ (fetched.mock.calls[0].arguments[1]));
  assert.equal(new Headers(headers).get("Authorization"), null);
});

for (const [code, status, ours, ofTeams] of /** @type {[string, number, string, string][]} */ ([
  ["not_paired", 401, "not_paired", "team_not_paired"], ["token_expired", 401, "token_expired", "token_expired"],
  ["not_ready", 503, "busy", "busy"],
])) {
  test(`the server's ${code} is ${ours} on this machine and ${ofTeams} at a team's server`, async () => {
    answerWith({ code, message: "A sentence.", fields: {} }, { status, headers: HEADERS });
    await failsWith(ours, () => getRoles(settings));
    await failsWith(ofTeams, () => getRoles(ofTeam));
  });
}

for (const [status, ours] of /** @type {[number, string][]} */ ([
  [413, "page_too_large"], [429, "busy"], [502, "team_not_running"], [503, "busy"], [504, "too_slow"],
  [401, "team_other_program"], [200, "team_other_program"],
])) {
  test(`a proxy's own ${status} is ${ours} at a team's server, and another program's on this machine`, async () => {
    answerWith("<html>", { status, headers: {} });
    await failsWith(ours, () => getRoles(ofTeam));
    await failsWith("other_program", () => getRoles(settings));
  });
}

test("a team's server without a token or an answer has words of its own", async () => {
  await failsWith("team_not_paired", () => getReading({ ...ofTeam, token: "" }, captures, NOTHING_ASKED));
  mock.method(globalThis, "fetch", async () => { throw new TypeError("Failed to fetch"); });
  await failsWith("team_not_running", () => getRoles(ofTeam));
  answerWith({}, { headers: { ...HEADERS, "X-Rolelight-API": "2.0" } });
  await failsWith("team_wrong_version", () => getRoles(ofTeam));
});
