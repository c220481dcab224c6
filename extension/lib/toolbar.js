// @ts-check
/** The toolbar button: for each tab it shows, and its title says in words, what the overlay shows there. */
import { api } from "./api.js";

/** What the button shows for each verdict. */
const VERDICT_MARKS = /** @type {Record<string, string>} */ ({
  strong: "•••", possible: "••", unlikely: "•", not_enough_evidence: "–",
});

const COLOURS = { calm: "#0f766e", failed: "#9a3412" };

/**
 * Shows on a tab's toolbar button what the overlay shows.
 * @param {number} tabId
 * @param {string} state
 * @param {string} detail a verdict, or a failure's code
 */
export async function showState(tabId, state, detail) {
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
