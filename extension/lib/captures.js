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

/** @param {number} tabId */
const keyOf = (tabId) => `captures:${tabId}`;

/**
 * Names the person of a page: equal for all pages of one person on a site; elsewhere each page is by itself.
 * @param {string} url
 * @param {CaptureRules} rules
 */
export function personOf(url, { person_path }) {
  const { origin, pathname } = new URL(url);
  return origin + (new RegExp(person_path).exec(pathname)?.[0] ?? pathname).toLowerCase();
}

/**
 * Names the page of a person: the main page with whatever lies over it, or one of the details pages.
 * @param {string} url
 * @param {CaptureRules} rules
 */
export function pageOf(url, { details_path }) {
  return new RegExp(details_path).exec(new URL(url).pathname)?.[0] ?? "";
}

/**
 * Adds a capture to those of the same person in the tab, in place of an older one of the same page.
 * @param {Wire.Capture[]} captures those kept so far, of one person
 * @param {Wire.Capture} capture
 * @param {CaptureRules} rules
 * @returns {Wire.Capture[]} the new one is last; the oldest give way where there are too many
 */
export function join(captures, capture, rules) {
  const isOther = (/** @type {Wire.Capture} */ { url }) =>
    personOf(url, rules) === personOf(capture.url, rules) && pageOf(url, rules) !== pageOf(capture.url, rules);
  const joined = [...captures.filter(isOther), capture].slice(-MOST_CAPTURES);
  let characters = 0;
  return joined.reverse().filter(({ html }) => (characters += html.length) <= MOST_CHARACTERS).reverse();
}

/**
 * Keeps a capture, and gives all of the person that the tab has shown.
 * @param {number} tabId
 * @param {Wire.Capture} capture
 * @param {CaptureRules} rules
 * @returns {Promise<Wire.Capture[]>} the one given is last
 */
export async function keepCapture(tabId, capture, rules) {
  const key = keyOf(tabId);
  const kept = /** @type {Kept | undefined} */ ((await api.storage.session.get(key))[key]);
  const captures = join(kept?.captures ?? [], capture, rules);
  try {
    await api.storage.session.set({ [key]: { person: personOf(capture.url, rules), captures, at: Date.now() } });
  } catch {
    // The browser keeps 10 MB for a session: then this page is read by itself.
    await forgetCaptures(tabId);
    return [capture];
  }
  return captures;
}

/**
 * Forgets what a tab has shown.
 * @param {number} tabId
 */
export const forgetCaptures = (tabId) => api.storage.session.remove(keyOf(tabId));

/**
 * Forgets what a tab has shown once it shows another person, or a page that cannot be told.
 * @param {number} tabId
 * @param {string | undefined} url
 */
export async function forgetOthers(tabId, url) {
  const key = keyOf(tabId);
  const kept = /** @type {Kept | undefined} */ ((await api.storage.session.get(key))[key]);
  if (!kept) return;
  const { rules } = await getResources();
  if (!url || personOf(url, rules) !== kept.person) await forgetCaptures(tabId);
}
