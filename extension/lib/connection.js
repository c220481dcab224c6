// @ts-check
/**
 * The part that the options and the welcome share: the server's address, how things stand with it, and the
 * form that pairs this browser with the one on this machine. Asks the background script, which alone uses the network.
 */
import { api } from "./api.js";
import { find, language, say } from "./page_text.js";
import { changeSettings, readSettings } from "./settings.js";
import { hostOf, permissionFor } from "./team.js";

/**
 * How things stand: the code of what fails, or nothing; whether this browser has a token; the team's server, if it
 * is one.
 * @typedef {{ failed: string, paired: boolean, team: string }} Standing
 */

/** How often a page that is in sight looks whether the server on this machine answers, in milliseconds. */
const PERIOD = 2000;

/** @typedef {[title: string, sentence: string]} Words */

/** @type {Words} */
export const NOTHING = ["", ""];

const port = find("port", HTMLInputElement);
const state = find("state", HTMLElement);
const allow = find("allow", HTMLButtonElement);
const here = find("here", HTMLElement);
const startPage = find("start-page", HTMLAnchorElement);
const code = find("code", HTMLInputElement);
const refusal = find("refusal", HTMLElement);

let checks = 0;

/** What was set at the last look: a permission can be asked for only in the press itself, with no wait before. */
let team = "";

/** @type {(standing: Standing) => void} */
let tell = () => {};

/**
 * Asks the background script; a failure comes back as its code.
 * @param {Record<string, unknown>} question
 */
export async function ask(question) {
  const { answer, failure } = await api.runtime.sendMessage(question);
  return { answer, failed: /** @type {string} */ (failure?.code ?? "") };
}

/**
 * Keeps the page up to date for as long as it is open, and tells how things stand after each look.
 * @param {(standing: Standing) => void} listener
 */
export async function watchConnection(listener) {
  tell = listener;
  await showPort();
  await check();
  // A team's server has other things to do than to tell that it is there.
  setInterval(() => document.hidden || team || void check(), PERIOD);
  document.addEventListener("visibilitychange", () => document.hidden || void check());
}

/** Shows the port that is set, in its field and in the link to the start page. */
export async function showPort() {
  const settings = await readSettings();
  port.value = String(settings.port);
  startPage.href = `http://127.0.0.1:${settings.port}/`;
}

/** Looks whether the server answers. An answer that comes after a later look began is dropped. */
export async function check() {
  const own = ++checks;
  ({ team } = await readSettings());
  here.hidden = team !== "";
  const { answer, failed } = await ask({ type: team ? "pairing" : "health" });
  const { token } = await readSettings();
  if (own !== checks) return;
  const standing = { failed, paired: token !== "", team };
  showStanding(standing, answer);
  tell(standing);
}

/**
 * @param {Standing} standing
 * @param {Wire.Pairing} pairing of a team's server that answers
 */
function showStanding({ failed, paired }, pairing) {
  state.dataset.standing = failed === "not_running" ? "waiting" : failed ? "failed" : paired ? "paired" : "ready";
  const calm = team ? connectedWords(pairing) : paired ? say("options_paired") : say("options_not_paired");
  write(state, failed ? wordsFor(failed) : ["", calm]);
  allow.hidden = !failed.endsWith("no_permission");
  allow.textContent = team ? say("team_allow", [hostOf(team)]) : say("connection_allow");
}

/**
 * Which team's server this browser is connected to, as whom and until when.
 * @param {Wire.Pairing | undefined} pairing
 */
function connectedWords({ person, expires } = { person: null, expires: null }) {
  if (!person) return say("team_connected", [hostOf(team)]);
  if (!expires) return say("team_connected_as", [hostOf(team), person]);
  const day = new Date(expires).toLocaleDateString(language, { dateStyle: "long" });
  return say("team_connected_until", [hostOf(team), person, day]);
}

/**
 * The title of a failure, and what to do about it on a page where the address and the code are at hand.
 * @param {string} failed
 * @returns {Words}
 */
export function wordsFor(failed) {
  const advice = say(`here_${failed}`) || say(`failure_${failed}`) || say("failure_unexpected");
  return [say(`failure_${failed}_title`) || say("failure_unexpected_title"), advice];
}

/**
 * Writes a title and a sentence; what is there already is left, so that no screen reader says it again.
 * @param {HTMLElement} element
 * @param {Words} words
 */
export function write(element, [title, sentence]) {
  if (element.textContent === title + sentence) return;
  const strong = document.createElement("strong");
  strong.textContent = title;
  element.replaceChildren(...(title ? [strong] : []), sentence);
}

port.addEventListener("change", async () => {
  if (!port.reportValidity()) return;
  // A token is of use to the server that gave it alone.
  await changeSettings({ port: port.valueAsNumber, token: "" });
  await showPort();
  await check();
});
allow.addEventListener("click", async () => {
  await api.permissions.request(permissionFor({ team }));
  await check();
});
find("pairing", HTMLFormElement).addEventListener("submit", async (event) => {
  event.preventDefault();
  const { failed } = await ask({ type: "pair", code: code.value.trim() });
  write(refusal, failed ? wordsFor(failed) : NOTHING);
  code.setAttribute("aria-invalid", String(failed !== ""));
  if (failed) code.focus();
  else code.value = "";
  await check();
});
code.addEventListener("input", () => {
  write(refusal, NOTHING);
  code.removeAttribute("aria-invalid");
});
for (const copy of document.querySelectorAll("button.copy")) {
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(copy.previousElementSibling?.textContent ?? "");
    copy.textContent = say("command_copied");
  });
}
