// @ts-check
/** Reads the page in a tab together with the other pages of the same person that were read there. */
import { join, keepCaptures, readCaptures } from "./captures.js";
import { getResources } from "./resources.js";
import { getReading } from "./server.js";
import { readSettings } from "./settings.js";
import { hostOf } from "./team.js";

/**
 * Reads a capture and those kept for its person. What was read is kept, and nothing that was not.
 * @param {number} tabId
 * @param {{ capture: Wire.Capture, person: string } & Asked} question
 * @returns {Promise<Answer>}
 */
export async function readPages(tabId, { capture, person, role, setAside }) {
  const [settings, { rules }, kept] = await Promise.all(
    [readSettings(), getResources(), readCaptures(tabId, person)]);
  const captures = join(kept, capture, rules);
  const ask = async (/** @type {Wire.Capture[]} */ some) => {
    const reading = await getReading(settings, some, { role, setAside });
    await keepCaptures(tabId, person, some);
    const pages = some.map(({ url }) => url);
    return { reading, pages, capture: some.length - 1, person, reader: hostOf(settings.team) };
  };
  try {
    return await ask(captures);
  } catch (error) {
    const { code } = /** @type {{ code?: string }} */ (error);
    // The server knows people better than their addresses tell: pages of another person are never read in.
    if (code !== "different_people" || captures.length === 1) throw error;
    return ask([capture]);
  }
}
