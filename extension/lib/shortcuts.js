// @ts-check
/** What can be done by keyboard. Only the browser itself can change the keys. */
import { api } from "./api.js";
import { say } from "./page_text.js";

/** Chromium's own page; Firefox has a function that opens its page. */
const CHROMIUM_PAGE = "chrome://extensions/shortcuts";

/** The commands with their keys; the browser names the toolbar button's command by no text of ours. */
export async function listShortcuts() {
  const commands = await api.commands.getAll();
  return commands.map(({ name, description, shortcut }) => ({
    action: name === "_execute_action" ? say("action_title") : (description ?? ""),
    keys: shortcut ?? "",
  }));
}

/** The keys that do what a click on the toolbar button does; empty where none are set. */
export async function getClickKeys() {
  const commands = await api.commands.getAll();
  return commands.find(({ name }) => name === "_execute_action")?.shortcut ?? "";
}

/** Opens the browser's page where the keys are changed. */
export async function openShortcuts() {
  // @ts-ignore: Firefox alone has it, and the types are Chromium's
  const open = api.commands.openShortcutSettings;
  await (open ? open() : api.tabs.create({ url: CHROMIUM_PAGE }));
}
