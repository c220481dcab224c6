// @ts-check
/** The user's settings, kept on this machine until "forget everything". The token never reaches a page. */
import { api } from "./api.js";

/**
 * @typedef {"standard" | "contrast" | "underlines"} Palette a file of content/palettes
 * @typedef {{ port: number, role: string, token: string, palette: Palette } & Place} Settings
 */

/** @type {Settings} */
const DEFAULTS = {
  port: 8765, role: "back-end-web-developer", token: "", palette: "standard", corner: "top-right",
  collapsed: false,
};

/**
 * Reads the settings, with the defaults for what was never set.
 * @returns {Promise<Settings>}
 */
export async function readSettings() {
  return /** @type {Settings} */ (await api.storage.local.get(DEFAULTS));
}

/**
 * Changes some settings.
 * @param {Partial<Settings>} changes
 */
export async function changeSettings(changes) {
  await api.storage.local.set(changes);
}

/** Forgets everything that was ever kept: the settings, and the captures of this browser session. */
export async function forgetEverything() {
  await Promise.all([api.storage.local.clear(), api.storage.session.clear()]);
}

/** Keeps the token from content scripts, in browsers that can (Chromium). */
export async function guardSettings() {
  await api.storage.local.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" });
}
