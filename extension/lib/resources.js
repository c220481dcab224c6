// @ts-check
/**
 * What the overlay is made of, from the extension's own files: scripts, rules, texts in the browser's
 * language, style. The files are fetched and not imported: Chromium cannot start a background script again
 * that imports JSON ("Failed to load the script unexpectedly", measured in Chromium 156), and it stops one
 * after 30 idle seconds.
 */
import { api } from "./api.js";

/**
 * @typedef {{ scripts: string[], styles: string[], overlay_styles: string[] }} Files
 * @typedef {{ files: Files, rules: CaptureRules, messages: Messages, style: string }} Resources
 */

/** @type {Promise<Resources> | undefined} */
let resources;

/** Gives all of it, read once for each start of the background script. */
export const getResources = () => (resources ??= readResources());

/** @returns {Promise<Resources>} */
async function readResources() {
  /** @type {Files} */
  const files = JSON.parse(await readFile("content/files.json"));
  // The browser itself has chosen which of the languages fits; each file names its own.
  const texts = `_locales/${api.i18n.getMessage("language")}/messages.json`;
  const [rules, messages, ...styles] = await Promise.all(
    ["lib/capture_rules.json", texts, ...files.overlay_styles].map(readFile));
  return { files, rules: JSON.parse(rules), messages: JSON.parse(messages), style: styles.join("\n") };
}

/** @param {string} path within the extension */
const readFile = async (path) => (await fetch(api.runtime.getURL(path))).text();
