// @ts-check
/** What the overlay shows itself with: the texts in the browser's language, and the style sheet. */
import files from "../content/files.json" with { type: "json" };
import { api } from "./api.js";

/**
 * Reads the overlay's texts and style from the extension's own files.
 * @returns {Promise<{ messages: Messages, style: string }>}
 */
export async function readInterface() {
  // The browser itself has chosen which of the languages fits; each file names its own.
  const [messages, ...styles] = await Promise.all([
    readFile(`_locales/${api.i18n.getMessage("language")}/messages.json`),
    ...files.overlay_styles.map(readFile),
  ]);
  return { messages: JSON.parse(messages), style: styles.join("\n") };
}

/** @param {string} path */
const readFile = async (path) => (await fetch(api.runtime.getURL(path))).text();
