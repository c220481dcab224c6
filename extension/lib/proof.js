// @ts-check
/**
 * Tells the server on this machine that gave the token from any other program that listens at its port: whoever
 * knows the token's hash can work out the answer to a challenge, and nobody else.
 */

const BYTES = 16;

/** A challenge that nobody was ever asked before. */
export const makeChallenge = () => toHex(crypto.getRandomValues(new Uint8Array(BYTES)));

/**
 * What the server that gave the token answers: the HMAC-SHA256 of challenge and address, by the token's hash. The
 * address keeps another program from passing the challenge on to that server, where it listens elsewhere.
 * @param {string} token
 * @param {string} challenge
 * @param {string} host the address that was asked, with its port
 */
export async function proofOf(token, challenge, host) {
  const hash = await crypto.subtle.digest("SHA-256", toBytes(token));
  const how = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", hash, how, false, ["sign"]);
  return toHex(new Uint8Array(await crypto.subtle.sign("HMAC", key, toBytes(`${challenge} ${host}`))));
}

/** @param {string} text */
const toBytes = (text) => new TextEncoder().encode(text);

/** @param {Uint8Array} bytes */
const toHex = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
