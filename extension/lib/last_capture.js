// @ts-check
/** What was sent last, for the user who asks to see it. It is kept in the session's memory alone. */
import { api } from "./api.js";

/** @typedef {{ person: string, captures: Wire.Capture[], at: number }} Sent by tab, as `captures:<tabId>` */

/**
 * The captures that were sent last; null where nothing was sent, or its page is gone.
 * @returns {Promise<Sent | null>}
 */
export async function getLastCapture() {
  const entries = Object.entries(await api.storage.session.get(null));
  const sent = /** @type {Sent[]} */ (
    entries.filter(([key]) => key.startsWith("captures:")).map(([, value]) => value));
  return sent.sort((one, other) => other.at - one.at)[0] ?? null;
}
