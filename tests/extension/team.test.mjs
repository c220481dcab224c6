// @ts-check
/** Which addresses of a team's server are taken, and which permission each needs. */
import assert from "node:assert/strict";
import test from "node:test";
import { hostOf, parseTeam, permissionFor } from "../../extension/lib/team.js";

for (const [typed, team] of [
  ["https://rolelight.example.com", "https://rolelight.example.com"],
  ["  https://Rolelight.Example.com/ ", "https://rolelight.example.com"],
  ["https://rolelight.example.com:443", "https://rolelight.example.com"],
  ["https://rolelight.example.com:8443/", "https://rolelight.example.com:8443"],
  ["https://10.0.0.7:8443", "https://10.0.0.7:8443"],
  ["https://rolelight", "https://rolelight"],
  ["https://bücher.example", "https://xn--bcher-kva.example"],
]) {
  test(`"${typed}" is ${team}`, () => assert.deepEqual(parseTeam(typed), { team, refused: "" }));
}

for (const [typed, refused] of [
  ["http://rolelight.example.com", "no_https"],
  ["http://127.0.0.1:8765", "no_https"],
  ["", "no_address"],
  ["rolelight.example.com", "no_address"],
  ["rolelight.example.com:8443", "no_address"],
  ["https://", "no_address"],
  ["https://rolelight.example.com/rolelight", "no_address"],
  ["https://rolelight.example.com/?x=1", "no_address"],
  ["https://rolelight.example.com/?", "no_address"],
  ["https://rolelight.example.com/#x", "no_address"],
  ["https://ann@rolelight.example.com", "no_address"],
  ["https://ann:secret@rolelight.example.com", "no_address"],
  ["ftp://rolelight.example.com", "no_address"],
  ["javascript:alert(1)", "no_address"],
  ["file:///etc/passwd", "no_address"],
  ["https://*", "no_address"],
  ["https://*.example.com", "no_address"],
  ["https://.", "no_address"],
  ["https://[::1]", "no_address"],
]) {
  test(`"${typed}" is refused: ${refused}`, () => assert.deepEqual(parseTeam(typed), { team: "", refused }));
}

test("the permission is for the one host that is set, and never names a port or all hosts", () => {
  assert.deepEqual(permissionFor({ team: "" }), { origins: ["http://127.0.0.1/*"] });
  assert.deepEqual(permissionFor({ team: "https://rolelight.example.com:8443" }),
    { origins: ["https://rolelight.example.com/*"] });
});

test("a server is spoken of by its host, with its port where that is not the usual one", () => {
  assert.equal(hostOf("https://rolelight.example.com"), "rolelight.example.com");
  assert.equal(hostOf("https://rolelight.example.com:8443"), "rolelight.example.com:8443");
  assert.equal(hostOf(""), "");
});
