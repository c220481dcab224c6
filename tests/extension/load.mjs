// @ts-check
/** Loads the content scripts as a page does: classic scripts, in their order, into one global. */
import { readFileSync } from "node:fs";
import vm from "node:vm";

const EXTENSION = new URL("../../extension/", import.meta.url);

/** @param {string} path within the extension */
export const readText = (path) => readFileSync(new URL(path, EXTENSION), "utf8");

/** @param {string} path within the extension */
export const readJson = (path) => JSON.parse(readText(path));

for (const path of readJson("content/files.json").scripts) {
  vm.runInThisContext(readText(path), { filename: path });
}
