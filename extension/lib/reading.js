// @ts-check
/** Reads the page in a tab together with the other pages of the same person that were read there. */
import { forgetCaptures, keepCapture, personOf } from "./captures.js";
import { getResources } from "./resources.js";
import { getReading } from "./server.js";
import { readSettings } from "./settings.js";

/**
 * Reads a capture and those kept for its person.
 * @param {number} tabId
 * @param {Wire.Capture} capture
 * @param {Asked} asked
 * @returns {Promise<Answer>}
 */
export async function readPages(tabId, capture, asked) {
  const [settings, { rules }] = await Promise.all([readSettings(), getResources()]);
  const captures = await keepCapture(tabId, capture, rules);
  try {
    const reading = await getReading(settings, captures, asked);
    const pages = captures.map(({ url }) => url);
    return { reading, pages, capture: pages.length - 1, person: personOf(capture.url, rules) };
  } catch (error) {
    const { code } = /** @type {{ code?: string }} */ (error);
    // The server knows people better than their addresses tell: pages of another person are never read in.
    if (code !== "different_people" || captures.length === 1) throw error;
    await forgetCaptures(tabId);
    return readPages(tabId, capture, asked);
  }
}
