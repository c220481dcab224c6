// @ts-check
/** Brings the overlay to the page in front of the user, and passes on to it what the user presses. */
import { api } from "./api.js";
import { findFrame } from "./frames.js";
import { getResources } from "./resources.js";
import { readSettings } from "./settings.js";
import { showState } from "./toolbar.js";

/** Goes with every palette. */
const FORCED_COLOURS = "content/forced_colours.css";

/**
 * Starts the overlay on a tab, or says on the button that the page is closed to extensions.
 * @param {chrome.tabs.Tab} tab
 */
export async function openOverlay({ id: tabId }) {
  if (tabId === undefined) return;
  try {
    const [{ files, rules, messages, style }, settings] = await Promise.all([getResources(), readSettings()]);
    const { frameId, palettes } = await findFrame(tabId, rules.marks_of_main);
    const target = { tabId, frameIds: [frameId] };
    const { role, palette, corner, collapsed } = settings;
    await Promise.all([
      setPalette(target, palette, palettes.get(frameId)),
      palettes.has(frameId) || addScripts(target, files),
      closeOverlays(tabId, [...palettes.keys()].filter((each) => each !== frameId)),
    ]);
    await api.scripting.executeScript({
      target,
      func: (given) => void rolelightConnect.connect(given),
      args: [{ rules, messages, style, palette, defaultRole: role, place: { corner, collapsed } }],
    });
  } catch {
    await showState(tabId, "no_access", "");
  }
}

/**
 * Does on the page in front what a keyboard shortcut stands for; without an overlay there it does nothing.
 * @param {string} command
 * @param {chrome.tabs.Tab} [tab]
 */
export async function runCommand(command, tab) {
  if (tab?.id === undefined) return;
  const call = api.scripting.executeScript({
    target: { tabId: tab.id, allFrames: true },
    func: (/** @type {string} */ name) => globalThis.rolelightConnect?.command(name),
    args: [command],
  });
  await call.catch(() => {}); // a page that no click has opened to us has no overlay either
}

/**
 * @param {{ tabId: number, frameIds: number[] }} target
 * @param {import("./resources.js").Files} files
 */
const addScripts = (target, files) =>
  api.scripting.executeScript({ target, files: [...files.scripts, "content/connect.js"] });

/**
 * Gives a page a palette in place of that of an earlier click. In Chromium a sheet that is inserted twice is
 * there twice, so one that is in use already is left alone.
 * @param {{ tabId: number, frameIds: number[] }} target
 * @param {import("./settings.js").Palette} palette
 * @param {string | undefined} old
 */
async function setPalette(target, palette, old) {
  if (palette === old) return;
  const fileOf = (/** @type {string} */ name) => `content/palettes/${name}.css`;
  await api.scripting.insertCSS({ target, files: old ? [fileOf(palette)] : [fileOf(palette), FORCED_COLOURS] });
  if (old) await api.scripting.removeCSS({ target, files: [fileOf(old)] });
}

/**
 * Closes what is still open in other frames of the tab.
 * @param {number} tabId
 * @param {number[]} frameIds
 */
async function closeOverlays(tabId, frameIds) {
  if (frameIds.length === 0) return;
  await api.scripting.executeScript({ target: { tabId, frameIds }, func: () => rolelight.stop() });
}
