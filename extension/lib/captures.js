// @ts-check
/**
 * The captures of the person whom a tab shows: the main page and the details pages that the user had read,
 * so that they are read together. They live in memory, for this session of the browser at most.
 */
import { api } from "./api.js";
import { getResources } from "./resources.js";

/** The server takes as many, of so many characters together. */
const MOST_CAPTURES = 8;
const MOST_CHARACTERS = 5_000_000;

/** @typedef {{ person: string, captures: Wire.Capture[], at: number }} Kept */

const PREFIX = "captures:";

/** @param {number} tabId */
const keyOf = (tabId) => PREFIX + tabId;

/**
 * Names the page of a person: the main page with whatever lies over it, or one of the details pages.
 * @param {string} url
 * @param {CaptureRules} rules
 */
export function pageOf(url, { details_path }) {
  return new RegExp(details_path).exec(new URL(url).pathname)?.[0] ?? "";
}

/**
 * Adds a capture to those of the same person, in place of an older one of the same page.
 * @param {Wire.Capture[]} captures those kept so far
 * @param {Wire.Capture} capture
 * @param {CaptureRules} rules
 * @returns {Wire.Capture[]} the new one is last; the oldest give way where there are too many
 */
export function join(captures, capture, rules) {
  const others = captures.filter(({ url }) => pageOf(url, rules) !== pageOf(capture.url, rules));
  const joined = [...others, capture].slice(-MOST_CAPTURES);
  let characters = 0;
  return joined.reverse().filter(({ html }) => (characters += html.length) <= MOST_CHARACTERS).reverse();
}

/**
 * The captures that the tab has shown of a person.
 * @param {number} tabId
 * @param {string} person
 * @returns {Promise<Wire.Capture[]>}
 */
export async function readCaptures(tabId, person) {
  const kept = await readKept(tabId);
  return kept?.person === person ? kept.captures : [];
}

/**
 * Keeps what was read of a person, in place of whatever the tab has shown before.
 * @param {number} tabId
 * @param {string} person
 * @param {Wire.Capture[]} captures
 */
export async function keepCaptures(tabId, person, captures) {
  const kept = { person, captures, at: Date.now() };
  // The browser keeps 10 MB for a session; what is more is read by itself the next time.
  await api.storage.session.set({ [keyOf(tabId)]: kept }).catch(() => forgetCaptures(tabId));
}

/**
 * @param {number} tabId
 * @returns {Promise<Kept | undefined>}
 */
const readKept = async (tabId) => /** @type {any} */ (await api.storage.session.get(keyOf(tabId)))[keyOf(tabId)];

/**
 * The captures that were sent last in any tab, for the user who asks to see them; null where nothing was
 * sent, or its page is gone.
 * @returns {Promise<Kept | null>}
 */
export async function getLastCapture() {
  const entries = Object.entries(await api.storage.session.get(null));
  const kept = /** @type {Kept[]} */ (
    entries.filter(([key]) => key.startsWith(PREFIX)).map(([, value]) => value));
  return kept.sort((one, other) => other.at - one.at)[0] ?? null;
}

/**
 * Forgets what a tab has shown.
 * @param {number} tabId
 */
export const forgetCaptures = (tabId) => api.storage.session.remove(keyOf(tabId));

/**
 * Forgets what a tab has shown once it goes to where another person's page, or any other, may be.
 * @param {number} tabId
 * @param {string | undefined} url unknown where the browser no longer lets us see it
 */
export async function forgetOthers(tabId, url) {
  const kept = await readKept(tabId);
  if (!kept) return;
  const { rules: { person_path } } = await getResources();
  const { origin, pathname } = new URL(url ?? "about:blank");
  const person = origin + new RegExp(person_path).exec(pathname)?.[0].toLowerCase();
  if (person !== kept.person) await forgetCaptures(tabId);
}
