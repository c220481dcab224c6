// @ts-check
/** What was sent last, shown to the user who asks: each page's address, its size and the HTML itself. */
import { ask } from "../lib/connection.js";
import { find, language, say } from "../lib/page_text.js";

const place = find("sent", HTMLElement);

/** Asks the background script for what was sent last, and shows it, or says that there is nothing. */
export async function showSent() {
  const { answer } = await ask({ type: "last_capture" });
  const sent = /** @type {import("../lib/captures.js").Kept | null} */ (answer);
  if (!sent) place.textContent = say("sent_none");
  else place.replaceChildren(...sent.captures.flatMap((capture) => makeParts(capture, sent.at)));
}

/**
 * The HTML is shown as text, and can be scrolled by keyboard.
 * @param {Wire.Capture} capture
 * @param {number} at
 */
function makeParts({ url, html }, at) {
  const [address, summary, source] = ["p", "p", "pre"].map((tag) => document.createElement(tag));
  address.textContent = url;
  address.className = "url";
  summary.textContent = say("sent_summary", [sizeOf(html), timeOf(at)]);
  source.textContent = html;
  source.tabIndex = 0;
  source.role = "region";
  source.ariaLabel = say("sent_html");
  return [address, summary, source];
}

/** @param {number} at */
const timeOf = (at) => new Date(at).toLocaleTimeString(language, { timeStyle: "short" });

/**
 * The size as it is sent, in kilobytes.
 * @param {string} html
 */
function sizeOf(html) {
  const kilobytes = new TextEncoder().encode(html).length / 1024;
  return kilobytes.toLocaleString(language, { maximumFractionDigits: 1 });
}
