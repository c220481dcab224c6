// @ts-check
/** The options page: the server and pairing, the team's, the role shown first, the colours, the shortcuts, forgetting. */
import { ask, check, showPort, watchConnection } from "../lib/connection.js";
import { fillTexts, find, say } from "../lib/page_text.js";
import { listShortcuts, openShortcuts } from "../lib/shortcuts.js";
import { changeSettings, forgetEverything, readSettings } from "../lib/settings.js";
import { hostOf } from "../lib/team.js";
import { makeSample, showPalette } from "./sample.js";
import { showSent } from "./sent.js";
import { clearTeam, showTeam } from "./team.js";

const role = find("role", HTMLSelectElement);
const roleHint = find("role-hint", HTMLElement);
const enterCode = find("enter-code", HTMLDetailsElement);
const sentWhat = find("sent-what", HTMLElement);
const startCommand = find("start-command", HTMLElement);
const palettes = /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll("[name=palette]"));
const forgotten = find("forgotten", HTMLElement);

/** What the page last heard of the server, to act on changes alone. */
let last = "";

/**
 * Follows how things stand with the server; what the user has opened or closed stays until they change.
 * @param {import("../lib/connection.js").Standing} standing
 */
async function follow({ failed, paired, team }) {
  const now = `${failed} ${paired} ${team}`;
  if (now === last) return;
  last = now;
  showTeam({ failed, team });
  showWhere(team);
  startCommand.hidden = failed !== "not_running";
  const hadFocus = enterCode.contains(document.activeElement);
  enterCode.open = !paired;
  if (hadFocus && paired) enterCode.querySelector("summary")?.focus();
  await showRoles();
}

/**
 * Says where pages go.
 * @param {string} team
 */
function showWhere(team) {
  sentWhat.textContent = team ? say("options_sent_team", [hostOf(team)]) : say("options_sent_what");
}

/** Offers the roles of the server; while it is not reached there is only the one that is set. */
async function showRoles() {
  const { role: chosen } = await readSettings();
  const { answer: roles = /** @type {Wire.Role[]} */ ([]) } = await ask({ type: "roles" });
  const isKnown = roles.some((/** @type {Wire.Role} */ { id }) => id === chosen);
  const offered = isKnown ? roles : [{ id: chosen, label: chosen.replaceAll("-", " ") }, ...roles];
  role.replaceChildren(...offered.map((/** @type {Wire.Role} */ { id, label }) =>
    new Option(label, id, false, id === chosen)));
  role.disabled = roles.length === 0;
  roleHint.textContent = role.disabled ? say("options_role_waits") : say("options_role_hint");
}

/** Shows the palette that is set. */
async function showColours() {
  const { palette } = await readSettings();
  for (const choice of palettes) choice.checked = choice.value === palette;
  showPalette(palette);
}

/** Lists what can be done by keyboard, and by which keys at present. */
async function showShortcuts() {
  const lines = (await listShortcuts()).flatMap(({ action, keys }) => {
    const [term, value] = [document.createElement("dt"), document.createElement("dd")];
    const key = document.createElement(keys ? "kbd" : "span");
    term.textContent = action;
    key.textContent = keys || say("options_shortcut_none");
    value.append(key);
    return [term, value];
  });
  find("shortcuts", HTMLElement).replaceChildren(...lines);
}

fillTexts();
makeSample();
role.addEventListener("change", () => changeSettings({ role: role.value }));
for (const choice of palettes) {
  choice.addEventListener("change", async () => {
    await changeSettings({ palette: /** @type {import("../lib/settings.js").Palette} */ (choice.value) });
    await showColours();
  });
}
find("change-shortcuts", HTMLButtonElement).addEventListener("click", () => void openShortcuts());
// The user comes back from the browser's own page of shortcuts.
document.addEventListener("visibilitychange", () => document.hidden || void showShortcuts());
find("show-sent", HTMLButtonElement).addEventListener("click", () => void showSent());
find("forget", HTMLButtonElement).addEventListener("click", async () => {
  await forgetEverything();
  find("sent", HTMLElement).replaceChildren();
  clearTeam();
  last = "";
  await Promise.all([showPort(), showColours(), check()]);
  forgotten.textContent = say("options_forgotten");
});
showWhere((await readSettings()).team);
await Promise.all([showColours(), showShortcuts(), watchConnection(follow)]);
