// @ts-check
/**
 * The extension's own files of data. They are fetched and not imported: Chromium cannot start a background
 * script again that imports JSON ("Failed to load the script unexpectedly", measured in Chromium 156), and it
 * stops one after 30 idle seconds.
 */
import { api } from "./api.js";

/**
 * @param {string} path within the extension
 * @returns {Promise<any>}
 */
export async function readResource(path) {
  const response = await fetch(api.runtime.getURL(path));
  return response.json();
}
