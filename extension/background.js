// @ts-check
/**
 * The background script: a click on the toolbar button starts the overlay on the page, and the overlay's
 * questions go to the server. This is the only code that uses the network.
 */
import { api } from "./lib/api.js";
import { findFrame } from "./lib/frames.js";
import { readResource } from "./lib/resources.js";
import * as server from "./lib/server.js";
import { changeSettings, guardSettings, readSettings } from "./lib/settings.js";

/** Read once for each start of this script, so that a click need not wait for them long. */
const resources = Promise.all(
  ["content/files.json", "lib/capture_rules.json", "_locales/en/messages.json"].map(readResource));

/** What the toolbar button shows for each verdict; its title says it in words. */
const VERDICT_MARKS = /** @type {Record<string, string>} */ ({
  strong: "•••", possible: "••", unlikely: "•", not_enough_evidence: "–",
});

const COLOURS = { calm: "#0f766e", failed: "#9a3412" };

/** Questions that content scripts may ask, and those that only the extension's own pages may ask. */
const FROM_PAGES = {
  reading: async (/** @type {any} */ { captures, role }) =>
    server.getReading(await readSettings(), captures, role),
  roles: async () => server.getRoles(await readSettings()),
  options: async () => api.runtime.openOptionsPage(),
  state: async (/** @type {any} */ { state, detail }, /** @type {number} */ tabId) =>
    showState(tabId, state, detail),
};
const FROM_OPTIONS = {
  roles: FROM_PAGES.roles,
  pair: async (/** @type {any} */ { code }) => {
    const settings = await readSettings();
    await changeSettings({ token: await server.pair(settings, code) });
  },
  health: async () => server.getHealth(await readSettings()),
};

/**
 * Starts the overlay on a tab, or says on the button that the page is closed to extensions.
 * @param {chrome.tabs.Tab} tab
 */
async function openOverlay({ id: tabId }) {
  if (tabId === undefined) return;
  try {
    const [files, rules, messages] = await resources;
    const { frameId, ready } = await findFrame(tabId, rules.marks_of_main);
    const target = { tabId, frameIds: [frameId] };
    if (!ready.includes(frameId)) await addScripts(target, files);
    await closeOverlays(tabId, ready.filter((each) => each !== frameId));
    const { role } = await readSettings();
    await api.scripting.executeScript({
      target,
      func: (given) => void rolelightConnect.connect(given),
      args: [{ rules, messages, defaultRole: role }],
    });
  } catch {
    await showState(tabId, "no_access", "");
  }
}

/**
 * Adds the content scripts to a frame that does not have them yet.
 * @param {{ tabId: number, frameIds: number[] }} target
 * @param {{ scripts: string[], styles: string[] }} files
 */
async function addScripts(target, files) {
  await Promise.all([
    api.scripting.insertCSS({ target, files: files.styles }),
    api.scripting.executeScript({ target, files: [...files.scripts, "content/connect.js"] }),
  ]);
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

api.action.onClicked.addListener((tab) => void openOverlay(tab));
api.runtime.onMessage.addListener((question, sender, reply) => {
  void answer(question, sender).then(reply);
  return true;
});
void guardSettings();
