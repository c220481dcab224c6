// @ts-check
/**
 * Finds the frame of a tab that shows the profile: after some navigations a site shows it in an inner frame
 * of its own origin. Frames of other origins are closed to us, and give no answer.
 */
import { api } from "./api.js";

/**
 * How often to try to reach a page, and the milliseconds between. A click gives access to the page, but in
 * Chromium word of it now and then reaches the page's process just after our first script does.
 */
const TRIES = 10;
const PAUSE = 20;

/** A frame that shows less of itself, in square CSS pixels, is none that a profile is read in. */
const LEAST_AREA = 40_000;

/**
 * The frame that shows a profile of known markup, the largest of several, or else the top frame; and the
 * palette in use by frame, for those that have the content scripts already. Throws where the page is closed
 * to extensions.
 * @param {number} tabId
 * @param {string[]} marks selectors of known markup
 * @returns {Promise<{ frameId: number, palettes: Map<number, string> }>}
 */
export async function findFrame(tabId, marks) {
  const frames = await reach(tabId, marks);
  const showing = frames.filter(({ area }) => area >= LEAST_AREA).sort((one, other) => other.area - one.area);
  const palettes = frames.flatMap(({ frameId, palette }) =>
    palette === null ? [] : [/** @type {[number, string]} */ ([frameId, palette])]);
  return { frameId: showing[0]?.frameId ?? 0, palettes: new Map(palettes) };
}

/**
 * @param {number} tabId
 * @param {string[]} marks
 * @returns {Promise<{ frameId: number, area: number, palette: string | null }[]>}
 */
async function reach(tabId, marks, tries = TRIES) {
  try {
    const target = { tabId, allFrames: true };
    const found = await api.scripting.executeScript({ target, func: probe, args: [marks.join(",")] });
    const reached = found.flatMap(({ frameId, result }) => (result ? [{ frameId, ...result }] : []));
    // Inner frames may be reached a moment before the page around them.
    if (!reached.some(({ frameId }) => frameId === 0)) throw new Error("The page itself was not reached.");
    return reached;
  } catch (error) {
    if (tries === 1) throw error;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    return reach(tabId, marks, tries - 1);
  }
}

/**
 * Runs in each frame: how much of the frame is on the screen if it shows a profile (else 0), and the palette
 * in use where it has the content scripts.
 * @param {string} marks
 */
function probe(marks) {
  const seen = { visibilityProperty: true, opacityProperty: true };

  /** @returns {number} 0 where the frame, or one around it, is hidden or out of sight */
  const areaOf = (/** @type {Window} */ frame) => {
    if (frame === frame.parent) return frame.innerWidth * frame.innerHeight;
    const element = frame.frameElement;
    if (!element?.checkVisibility(seen)) return 0;
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const width = Math.min(right, frame.parent.innerWidth) - Math.max(left, 0);
    const height = Math.min(bottom, frame.parent.innerHeight) - Math.max(top, 0);
    return Math.min(Math.max(width, 0) * Math.max(height, 0), areaOf(frame.parent));
  };

  const showsProfile = [...document.querySelectorAll(marks)].some((element) => element.checkVisibility(seen));
  const palette = "rolelightConnect" in globalThis ? rolelightConnect.palette : null;
  return { area: showsProfile ? areaOf(window) : 0, palette };
}
