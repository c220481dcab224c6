// @ts-check
/** The options page: pairing, the port, the role shown first, and forgetting. Asks the background script. */
import { api } from "../lib/api.js";
import { changeSettings, forgetSettings, readSettings } from "../lib/settings.js";

const HOSTS = { origins: ["http://127.0.0.1/*"] };
const say = api.i18n.getMessage;

/**
 * @template {HTMLElement} Kind
 * @param {string} id
 * @param {new () => Kind} kind
 */
function find(id, kind) {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`no ${id}`);
  return element;
}

const code = find("code", HTMLInputElement);
const port = find("port", HTMLInputElement);
const role = find("role", HTMLSelectElement);
const state = find("state", HTMLElement);
const allow = find("allow", HTMLButtonElement);

/**
 * Asks the background script; a failure comes back as its code.
 * @param {Record<string, unknown>} question
 */
async function ask(question) {
  const { answer, failure } = await api.runtime.sendMessage(question);
  return { answer, failed: failure?.code ?? "" };
}

/**
 * Says in one line how things stand.
 * @param {string} failed the code of a failure, or nothing
 * @param {string} [otherwise] the message's name where nothing failed
 */
function showState(failed, otherwise = "options_paired") {
  state.textContent = failed ? say(`failure_${failed}`) : say(otherwise);
  state.classList.toggle("failed", failed !== "");
  allow.hidden = failed !== "no_permission";
}

/** Brings the page up to date with the settings and the server. */
async function refresh() {
  const settings = await readSettings();
  port.value = String(settings.port);
  const { answer: roles = [] } = await ask({ type: "roles" });
  showRoles(roles, settings.role);
  const { failed } = await ask({ type: "health" });
  showState(failed, settings.token ? "options_paired" : "options_not_paired");
}

/**
 * @param {Wire.Role[]} roles none while the server is not reached
 * @param {string} chosen
 */
function showRoles(roles, chosen) {
  const known = roles.some(({ id }) => id === chosen) ? roles : [{ id: chosen, label: chosen }, ...roles];
  role.replaceChildren(...known.map(({ id, label }) => new Option(label, id, false, id === chosen)));
}

find("pairing", HTMLFormElement).addEventListener("submit", async (event) => {
  event.preventDefault();
  const { failed } = await ask({ type: "pair", code: code.value.trim() });
  if (!failed) code.value = "";
  showState(failed);
});
role.addEventListener("change", () => changeSettings({ role: role.value }));
port.addEventListener("change", async () => {
  if (!port.reportValidity()) return;
  // A token is of use to the server that gave it alone.
  await changeSettings({ port: port.valueAsNumber, token: "" });
  await refresh();
});
allow.addEventListener("click", async () => {
  await api.permissions.request(HOSTS);
  await refresh();
});
find("forget", HTMLButtonElement).addEventListener("click", async () => {
  await forgetSettings();
  await refresh();
});
await refresh();
