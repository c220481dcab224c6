// @ts-check
/**
 * The background script: hears the toolbar button, the keys and the extension's other parts, and answers
 * them. With lib/server.js it is the only code that uses the network.
 */
import { api } from "./lib/api.js";
import { forgetCaptures, forgetOthers, getLastCapture } from "./lib/captures.js";
import { openOverlay, runCommand } from "./lib/overlay.js";
import { readPages } from "./lib/reading.js";
import * as server from "./lib/server.js";
import { changeSettings, forgetToken, guardSettings, readSettings } from "./lib/settings.js";
import { showState } from "./lib/toolbar.js";

/** Questions that content scripts may ask, and those that only the extension's own pages may ask. */
const FROM_PAGES = {
  reading: (/** @type {any} */ question, /** @type {number} */ tabId) => readPages(tabId, question),
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
  pairing: async () => server.getPairing(await readSettings()),
  join: async (/** @type {any} */ { team, token }) => {
    const pairing = await server.getPairing({ ...await readSettings(), team, token });
    await changeSettings({ team, token });
    return pairing;
  },
  last_capture: getLastCapture,
};

/**
 * Answers a message with `{ answer }` or `{ failure: { code, detail } }`.
 * @param {any} question
 * @param {chrome.runtime.MessageSender} sender
 */
async function answer(question, sender) {
  const isOwnPage = sender.url?.startsWith(api.runtime.getURL("")) ?? false;
  const questions = /** @type {Record<string, Function>} */ (isOwnPage ? FROM_OPTIONS : FROM_PAGES);
  const { token } = await readSettings();
  try {
    return { answer: await questions[question.type](question, sender.tab?.id) };
  } catch (error) {
    const { code = "unexpected", detail = "" } = /** @type {any} */ (error);
    // The server has forgotten this browser, so the options page should ask for a code again.
    if (code === "not_paired") await forgetToken(token);
    return { failure: { code, detail } };
  }
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
