// @ts-check
/** What leaving a team's server and forgetting leave behind; the browser's storage is a stand-in here. */
import assert from "node:assert/strict";
import test, { mock } from "node:test";

/** @type {Record<string, unknown>} */
let kept = {};
const local = {
  get: async (/** @type {object} */ defaults) => ({ ...defaults, ...kept }),
  set: async (/** @type {object} */ changes) => void Object.assign(kept, changes),
  clear: async () => { kept = {}; },
};
const remove = mock.fn(async (/** @type {object} */ permission) => Boolean(permission));
Object.assign(globalThis, { chrome: { storage: { local, session: local }, permissions: { remove } } });
const { forgetEverything, leaveTeam, readSettings } = await import("../../extension/lib/settings.js");

test.beforeEach(() => {
  remove.mock.resetCalls();
  kept = { team: "https://rolelight.example.com", token: "of-the-team", role: "data-analyst" };
});

const removed = () => remove.mock.calls.map(({ arguments: [permission] }) => permission);

test("this machine is read on where nothing is set", async () => {
  kept = {};
  assert.equal((await readSettings()).team, "");
});

test("leaving a team's server forgets its token, gives back its permission, and nothing else", async () => {
  await leaveTeam();
  assert.deepEqual(kept, { team: "", token: "", role: "data-analyst" });
  assert.deepEqual(removed(), [{ origins: ["https://rolelight.example.com/*"] }]);
});

test("the permission for this machine is never given back", async () => {
  kept = { token: "of-this-machine" };
  await forgetEverything();
  assert.deepEqual(removed(), []);
});

test("forgetting everything gives back the permission for a team's server as well", async () => {
  await forgetEverything();
  assert.deepEqual(kept, {});
  assert.deepEqual(removed(), [{ origins: ["https://rolelight.example.com/*"] }]);
});
