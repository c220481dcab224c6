// @ts-check
/**
 * The background script: a click on the toolbar button starts the overlay on the page, and the overlay's
 * questions go to the server. This is the only code that uses the network.
 */
import files from "./content/files.json" with { type: "json" };
import { api } from "./lib/api.js";
import { forgetCaptures, forgetOthers } from "./lib/captures.js";
import { readInterface } from "./lib/interface.js";
import { readPages } from "./lib/reading.js";
import rules from "./lib/capture_rules.json" with { type: "json" };
import { getLastCapture } from "./lib/last_capture.js";
import * as server from "./lib/server.js";
import { PALETTES, changeSettings, guardSettings, readSettings } from "./lib/settings.js";

/** What the toolbar button shows for each verdict; its title says it in words. */
const VERDICT_MARKS = /** @type {Record<string, string>} */ ({
  strong: "•••", possible: "••", unlikely: "•", not_enough_evidence: "–",
});

/**
 * How often to try to reach a page, and the milliseconds between. A click gives access to the page, but in
 * Chromium word of it now and then reaches the page's process just after our first script does.
 */
const TRIES = 10;
const PAUSE = 20;

const COLOURS = { calm: "#0f766e", failed: "#9a3412" };

/** Questions that content scripts may ask, and those that only the extension's own pages may ask. */
const FROM_PAGES = {
  reading: (/** @type {any} */ { capture, role, setAside }, /** @type {number} */ tabId) =>
    readPages(tabId, capture, { role, setAside }),
  roles: async () => server.getRoles(await readSettings()),
  options: async () => api.runtime.openOptionsPage(),
  state: async (/** @type {any} */ { state, detail }, /** @type {number} */ tabId) =>
    showState(tabId, state, detail),
  place: async (/** @type {any} */ { place: { corner, collapsed } }) => changeSettings({ corner, collapsed }),
};
const FROM_OPTIONS = {
  roles: FROM_PAGES.roles,
  pair: async (/** @type {any} */ { code }) => {
    const settings = await readSettings();
    await changeSettings({ token: await server.pair(settings, code) });
  },
  health: async () => server.getHealth(await readSettings()),
  last_capture: getLastCapture,
};

/**
 * Starts the overlay on a tab, or says on the button that the page is closed to extensions.
 * @param {chrome.tabs.Tab} tab
 */
async function openOverlay({ id: tabId }) {
  if (tabId === undefined) return;
  try {
    const [{ role, palette, corner, collapsed }, face] = await Promise.all([readSettings(), readInterface()]);
    await addFiles(tabId, palette);
    await api.scripting.executeScript({
      target: { tabId },
      func: (given) => void rolelightConnect.connect(given),
      args: [{ rules, ...face, defaultRole: role, place: { corner, collapsed } }],
    });
  } catch {
    await showState(tabId, "no_access", "");
  }
}

/**
 * Adds to a page the content scripts, where it does not have them yet, and the palette that is set in place
 * of that of an earlier click.
 * @param {number} tabId
 * @param {import("./lib/settings.js").Palette} palette
 */
async function addFiles(tabId, palette) {
  const target = { tabId };
  const scripts = (await hasScripts(tabId)) ? [] : [...files.scripts, "content/connect.js"];
  const others = PALETTES.filter((name) => name !== palette);
  await Promise.all([
    api.scripting.removeCSS({ target, files: others.map(fileOf) }),
    api.scripting.insertCSS({ target, files: [fileOf(palette), FORCED_COLOURS] }),
    scripts.length && api.scripting.executeScript({ target, files: scripts }),
  ]);
}

const FORCED_COLOURS = "content/forced_colours.css";

/** @param {import("./lib/settings.js").Palette} palette */
const fileOf = (palette) => `content/palettes/${palette}.css`;

/**
 * Whether a page has the content scripts; throws where it is closed to extensions.
 * @param {number} tabId
 * @returns {Promise<boolean>}
 */
async function hasScripts(tabId, tries = TRIES) {
  try {
    const func = () => "rolelightConnect" in globalThis;
    const [{ result }] = await api.scripting.executeScript({ target: { tabId }, func });
    return result ?? false;
  } catch (error) {
    if (tries === 1) throw error;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    return hasScripts(tabId, tries - 1);
  }
}

/**
 * Shows on a tab's toolbar button what the overlay shows.
 * @param {number} tabId
 * @param {string} state
 * @param {string} detail a verdict, or a failure's code
 */
async function showState(tabId, state, detail) {
  const say = api.i18n.getMessage;
  const [text, title] = {
    reading: ["…", say("action_reading")],
    shown: [VERDICT_MARKS[detail] ?? "", say("action_shown", say(`verdict_${detail}`))],
    failed: ["!", say("action_failed", say(`failure_${detail}_title`))],
    no_access: ["!", say("action_no_access")],
  }[state] ?? ["", say("action_title")];
  const color = text === "!" ? COLOURS.failed : COLOURS.calm;
  await Promise.all([
    api.action.setBadgeText({ tabId, text }),
    api.action.setBadgeBackgroundColor({ tabId, color }),
    api.action.setTitle({ tabId, title }),
  ]);
}

/**
 * Answers a message with `{ answer }` or `{ failure: { code, detail } }`.
 * @param {any} question
 * @param {chrome.runtime.MessageSender} sender
 */
async function answer(question, sender) {
  const isOwnPage = sender.url?.startsWith(api.runtime.getURL("")) ?? false;
  const questions = /** @type {Record<string, Function>} */ (isOwnPage ? FROM_OPTIONS : FROM_PAGES);
  try {
    return { answer: await questions[question.type](question, sender.tab?.id) };
  } catch (error) {
    const { code = "unexpected", detail = "" } = /** @type {any} */ (error);
    // The server has forgotten this browser, so the options page should ask for a code again.
    if (code === "not_paired") await changeSettings({ token: "" });
    return { failure: { code, detail } };
  }
}

/**
 * Does on the page in front what a keyboard shortcut stands for; without an overlay there it does nothing.
 * @param {string} command
 * @param {chrome.tabs.Tab} [tab]
 */
async function runCommand(command, tab) {
  if (tab?.id === undefined || !(await hasScripts(tab.id, 1).catch(() => false))) return;
  await api.scripting.executeScript({
    target: { tabId: tab.id },
    func: (/** @type {string} */ name) => rolelightConnect.command(name),
    args: [command],
  });
}

api.action.onClicked.addListener((tab) => void openOverlay(tab));
api.commands.onCommand.addListener((command, tab) => void runCommand(command, tab));
api.tabs.onRemoved.addListener((tabId) => void forgetCaptures(tabId));
api.tabs.onUpdated.addListener((tabId, { status }, { url }) => {
  if (status === "loading") void forgetOthers(tabId, url);
});
api.runtime.onInstalled.addListener(({ reason }) => {
  if (reason === "install") void api.tabs.create({ url: api.runtime.getURL("welcome/welcome.html") });
});
api.runtime.onMessage.addListener((question, sender, reply) => {
  void answer(question, sender).then(reply);
  return true;
});
void guardSettings();
