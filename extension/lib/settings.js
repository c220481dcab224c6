// @ts-check
/** The user's settings, kept on this machine until "forget everything". The token never reaches a page. */
import { api } from "./api.js";
import { permissionFor } from "./team.js";

/**
 * @typedef {"standard" | "contrast" | "underlines"} Palette a file of content/palettes
 * @typedef {{ port: number, team: string, role: string, token: string, palette: Palette } & Place} Settings
 *   `team` is the origin of the server that a team shares, or empty for the one on this machine; the token is
 *   of use to the server alone that gave it
 */

/** @type {Settings} */
const DEFAULTS = {
  port: 8765, team: "", role: "back-end-web-developer", token: "", palette: "standard", corner: "top-right",
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

/**
 * Goes back to the server on this machine: the token is forgotten, and the browser is given back the permission.
 */
export async function leaveTeam() {
  const settings = await readSettings();
  await changeSettings({ team: "", token: "" });
  if (settings.team) await api.permissions.remove(permissionFor(settings));
}

/**
 * Forgets a token that the server no longer knows, unless there is another one by now.
 * @param {string} token
 */
export async function forgetToken(token) {
  if ((await readSettings()).token === token) await changeSettings({ token: "" });
}

/** Forgets everything that was ever kept: the settings, and the captures of this browser session. */
export async function forgetEverything() {
  await leaveTeam();
  await Promise.all([api.storage.local.clear(), api.storage.session.clear()]);
}

/** Keeps the token from content scripts, in browsers that can (Chromium). */
export async function guardSettings() {
  await api.storage.local.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" });
}
