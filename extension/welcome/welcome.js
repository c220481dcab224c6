// @ts-check
/** The welcome of the first run: three steps, from a server that runs to a paired browser. */
import { watchConnection } from "../lib/connection.js";
import { fillTexts, find } from "../lib/page_text.js";
import { getClickKeys } from "../lib/shortcuts.js";

const STEPS = ["start", "pair", "done"].map((id) => find(id, HTMLLIElement));

const ready = find("ready", HTMLElement);
const demos = find("demos", HTMLAnchorElement);
const startPage = find("start-page", HTMLAnchorElement);

let before = -1;

/**
 * Marks the steps that are done and the one that is next. Only a paired browser reaches the last step.
 * @param {import("../lib/connection.js").Standing} standing
 */
function follow({ failed, paired, team }) {
  const reached = failed ? 0 : paired ? 2 : 1;
  STEPS.forEach((step, number) => {
    step.dataset.step = number < reached ? "done" : number === reached ? "now" : "later";
    step.ariaCurrent = number === reached ? "step" : null;
  });
  find("start-how", HTMLElement).hidden = reached > 0 || team !== "";
  find("pairing", HTMLElement).hidden = reached !== 1;
  demos.href = `${startPage.href}#demos`;
  demos.hidden = team !== ""; // they are on the start page of the server on this machine
  ready.hidden = reached !== 2;
  // The form that had the focus is done; a page that opens with all done leaves the focus where it is.
  if (before === 1 && reached === 2) find("done-title", HTMLElement).focus();
  before = reached;
}

/** Names the keys that do what the button does, where there are any. */
async function showKeys() {
  const keys = await getClickKeys();
  find("keys", HTMLElement).textContent = keys;
  find("shortcut", HTMLElement).hidden = keys === "";
}

fillTexts();
await showKeys();
await watchConnection(follow);
