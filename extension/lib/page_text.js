// @ts-check
/** Gives the extension's own pages their texts, which stand in _locales alone. */
import { api } from "./api.js";

export const say = api.i18n.getMessage;

/** The language of the texts, which is English where the browser's own is not among them. */
export const language = say("language");

/** Fills in the text of every `data-message`, and the accessible name of every `data-message-label`. */
export function fillTexts() {
  document.documentElement.lang = language;
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-message]"))) {
    element.textContent = say(element.dataset.message ?? "");
  }
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (
    document.querySelectorAll("[data-message-label]"))) {
    element.ariaLabel = say(element.dataset.messageLabel ?? "");
  }
}

/**
 * The element of that id, which is of that kind.
 * @template {HTMLElement} Kind
 * @param {string} id
 * @param {new () => Kind} kind
 */
export function find(id, kind) {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`no ${id}`);
  return element;
}
