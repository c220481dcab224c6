// @ts-check
/**
 * The server of a team: the form that says that pages will leave this machine and then connects, and the button
 * that goes back to this machine.
 */
import { api } from "../lib/api.js";
import { ask, check, NOTHING, wordsFor, write } from "../lib/connection.js";
import { find, say } from "../lib/page_text.js";
import { leaveTeam } from "../lib/settings.js";
import { hostOf, parseTeam, permissionFor } from "../lib/team.js";

/** Failures that another token mends, so that the form is offered again. */
const MENDED_BY_TOKEN = ["team_not_paired", "token_expired"];

const section = find("team", HTMLElement);
const form = find("join", HTMLFormElement);
const address = find("team-address", HTMLInputElement);
const token = find("team-token", HTMLInputElement);
const refusal = find("team-refusal", HTMLElement);
const notice = find("team-notice", HTMLElement);
const send = find("team-send", HTMLButtonElement);
const leave = find("leave", HTMLButtonElement);
const title = find("connection-title", HTMLElement);

/** Which field a refusal is about; those that are not here are about neither. */
const ABOUT = /** @type {[HTMLInputElement, string[]][]} */ ([
  [address, ["no_https", "no_address", "team_not_running", "team_other_program"]],
  [token, MENDED_BY_TOKEN],
]);

let isAsking = false;

/**
 * Offers the form where there is something to connect, and the way back where a team's server is set. Its
 * address stays as it is until then: another token is all that may be missing.
 * @param {{ failed: string, team: string }} standing
 */
export function showTeam({ failed, team }) {
  section.hidden = team !== "" && !MENDED_BY_TOKEN.includes(failed);
  leave.hidden = team === "";
  address.readOnly = team !== "";
  if (team) address.value = team;
  nameHost();
}

/** Empties the form. */
export function clearTeam() {
  form.reset();
  refuse("");
  nameHost();
}

/** Says where pages will go, as soon as an address says it. */
function nameHost() {
  const host = hostOf(parseTeam(address.value).team);
  notice.textContent = host ? say("team_notice", [host]) : say("team_notice_any");
  send.textContent = host ? say("team_send", [host]) : say("team_send_any");
}

/**
 * Says what is wrong, and leads to what it is about.
 * @param {string} refused
 */
function refuse(refused) {
  write(refusal, refused ? wordsFor(refused) : NOTHING);
  for (const [field, refusals] of ABOUT) {
    if (refusals.includes(refused)) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  }
  if (refused) (ABOUT.find(([field]) => field.ariaInvalid)?.[0] ?? send).focus();
}

/**
 * Asks for the permission of that one server, and has the background ask whose the token is. What was allowed
 * for nothing is given back.
 * @param {string} team
 * @returns {Promise<string>} the code of what failed, or nothing
 */
async function join(team) {
  send.textContent = say("team_asking", [hostOf(team)]);
  const isAllowed = await api.permissions.request(permissionFor({ team })).catch(() => false);
  if (!isAllowed) return "declined";
  const { failed } = await ask({ type: "join", team, token: token.value.trim() });
  if (failed && !address.readOnly) await api.permissions.remove(permissionFor({ team }));
  return failed;
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  if (isAsking) return;
  isAsking = true;
  const { team, refused } = parseTeam(address.value);
  const failed = refused || await join(team);
  isAsking = false;
  nameHost();
  refuse(failed);
  if (failed) return;
  token.value = "";
  await check();
  title.focus();
});
form.addEventListener("input", () => {
  refuse("");
  nameHost();
});
leave.addEventListener("click", async () => {
  await leaveTeam();
  clearTeam();
  await check();
  title.focus();
});
