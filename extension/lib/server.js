// @ts-check
/**
 * The server, on this machine or a team's: one function for each endpoint, and a code for each way it can fail.
 */
import { api } from "./api.js";
import { makeChallenge, proofOf } from "./proof.js";
import { permissionFor } from "./team.js";

/** The version of the API that this extension speaks; the server's must have the same major number. */
const API_MAJOR = "1";

/** How long to wait for an answer, in milliseconds; Chromium stops a waiting service worker at 30 s. */
const PATIENCE = 25_000;

/** Codes of the server's errors that have a message of their own here; by status for the rest. */
const KNOWN_CODES = /** @type {Record<string, string>} */ ({
  not_paired: "not_paired",
  token_expired: "token_expired",
  not_ready: "busy",
  wrong_origin: "not_paired",
  page_too_large: "page_too_large",
  page_too_complex: "page_too_large",
  page_too_long: "page_too_large",
  wrong_code: "wrong_code",
  too_many_tries: "too_many_tries",
  different_people: "different_people",
});

/** What the proxy before a team's server says by itself when that server did not get to answer. */
const PROXY_CODES = /** @type {Record<number, string>} */ ({
  413: "page_too_large", 429: "busy", 502: "not_running", 503: "busy", 504: "too_slow",
});

/** Failures that call for something else where the server is a team's: their codes have `team_` before them. */
const TEAM_CODES = ["not_running", "other_program", "no_permission", "wrong_version", "not_paired"];

/** A failure with a code that names its message, and the server's own sentence where it gave one. */
export class ServerError extends Error {
  /**
   * @param {string} code
   * @param {string} [detail]
   */
  constructor(code, detail = "") {
    super(code);
    this.code = code;
    this.detail = detail;
  }
}

/**
 * Reads captures of one person. Neither they nor the token are sent before the server has proved itself: a
 * team's by its certificate, the one on this machine by its answer to a challenge.
 * @param {import("./settings.js").Settings} settings
 * @param {Wire.Capture[]} captures
 * @param {Asked} asked
 * @returns {Promise<Wire.Reading>}
 */
export async function getReading(settings, captures, { role, setAside }) {
  if (!settings.token) throw new ServerError(nameFor("not_paired", settings));
  if (!settings.team) await askForProof(settings);
  const body = { captures, ...(role && { role }), ...(setAside.length && { set_aside: setAside }) };
  const reading = await call(settings, "readings", body);
  if (!reading?.profile?.page_state || !Array.isArray(reading.highlights) || !reading.fits) {
    throw new ServerError("unexpected");
  }
  return reading;
}

/**
 * Throws unless the server proves that it knows the token's hash.
 * @param {import("./settings.js").Settings} settings
 */
async function askForProof(settings) {
  const challenge = makeChallenge();
  const answer = await call(withoutToken(settings), "proofs", { challenge });
  const proof = await proofOf(settings.token, challenge, new URL(`http://127.0.0.1:${settings.port}`).host);
  // Not "not_paired": an impostor that says so must not bring the user to pair with it.
  const { proofs } = answer ?? {};
  if (!Array.isArray(proofs) || !proofs.includes(proof)) throw new ServerError("not_proved");
}

/**
 * For what needs no token, so that no other program is shown it.
 * @param {import("./settings.js").Settings} settings
 */
const withoutToken = (settings) => ({ ...settings, token: "" });

/**
 * The roles that can be chosen, with their labels.
 * @param {import("./settings.js").Settings} settings
 * @returns {Promise<Wire.Role[]>}
 */
export async function getRoles(settings) {
  const answer = await call(withoutToken(settings), "roles");
  if (!Array.isArray(answer?.roles)) throw new ServerError("unexpected");
  return answer.roles;
}

/**
 * Exchanges the one-time code that the server shows for a token.
 * @param {import("./settings.js").Settings} settings
 * @param {string} code
 * @returns {Promise<string>} the token
 */
export async function pair(settings, code) {
  const answer = await call(withoutToken(settings), "pairings", { code });
  if (typeof answer?.token !== "string") throw new ServerError("unexpected");
  return answer.token;
}

/**
 * Asks the server to say that it is there, and on this machine to prove that it gave the token, if there is one;
 * throws the failure otherwise.
 * @param {import("./settings.js").Settings} settings
 */
export async function getHealth(settings) {
  await call(withoutToken(settings), "health");
  if (settings.token && !settings.team) await askForProof(settings);
}

/**
 * Whose the token is, and until when, each null where the server does not say. The server must first have said
 * that it is Rolelight: a token is shown to no other program.
 * @param {import("./settings.js").Settings} settings
 * @returns {Promise<Wire.Pairing>}
 */
export async function getPairing(settings) {
  await getHealth(settings);
  const { person = null, expires = null } = (await call(settings, "pairing")) ?? {};
  const isKnown = [person, expires].every((value) => value === null || typeof value === "string");
  if (!isKnown || Number.isNaN(Date.parse(expires ?? "2000"))) throw new ServerError("unexpected");
  return { person, expires };
}

/**
 * Calls one endpoint: GET without a body, else POST.
 * @param {import("./settings.js").Settings} settings
 * @param {string} path
 * @param {object} [body]
 * @returns {Promise<any>} the parsed answer
 */
async function call(settings, path, body) {
  try {
    const response = await send(settings, path, body);
    checkServer(response, settings);
    const answer = await parse(response);
    if (!response.ok) throw refusal(response.status, answer);
    return answer;
  } catch (error) {
    if (error instanceof ServerError) error.code = nameFor(error.code, settings);
    throw error;
  }
}

/**
 * @param {string} code
 * @param {{ team: string }} settings
 */
const nameFor = (code, { team }) => (team && TEAM_CODES.includes(code) ? `team_${code}` : code);

/**
 * @param {import("./settings.js").Settings} settings
 * @param {string} path
 * @param {object} [body]
 */
async function send({ port, team, token }, path, body) {
  const headers = new Headers({ Accept: "application/json" });
  if (body) headers.set("Content-Type", "application/json");
  if (token) headers.set("Authorization", `Bearer ${token}`);
  // A simple request would be sent without it, though its answer could not be read.
  if (team && !(await api.permissions.contains(permissionFor({ team })))) throw new ServerError("no_permission");
  try {
    return await fetch(`${team || `http://127.0.0.1:${port}`}/api/v1/${path}`, {
      method: body ? "POST" : "GET",
      headers,
      body: body && JSON.stringify(body),
      credentials: "omit",
      cache: "no-store",
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === "TimeoutError") {
      throw new ServerError("too_slow");
    }
    const isAllowed = await api.permissions.contains(permissionFor({ team }));
    throw new ServerError(isAllowed ? "not_running" : "no_permission");
  }
}

/**
 * Every reply of the server names it and its API, so that another program is not mistaken for it.
 * @param {Response} response
 * @param {{ team: string }} settings
 */
function checkServer({ status, headers }, { team }) {
  if (!headers.has("X-Rolelight-Server")) {
    throw new ServerError((team && PROXY_CODES[status]) || "other_program");
  }
  const [major] = (headers.get("X-Rolelight-API") ?? "").split(".");
  if (major !== API_MAJOR) throw new ServerError("wrong_version");
}

/** @param {Response} response */
async function parse(response) {
  try {
    return await response.json();
  } catch {
    throw new ServerError(response.status === 413 ? "page_too_large" : "unexpected");
  }
}

/**
 * @param {number} status
 * @param {any} answer in the server's one error shape
 */
function refusal(status, answer) {
  const known = KNOWN_CODES[answer?.code];
  if (known) return new ServerError(known);
  if (status === 401) return new ServerError("not_paired");
  if (status === 413) return new ServerError("page_too_large");
  return new ServerError("unexpected", typeof answer?.message === "string" ? answer.message : "");
}
