// @ts-check
/** The server that a team shares: which address may be typed, and which permission speaking to it needs. */

/** A name alone: `*` would make the permission that is asked for one for every site. */
const NAME = /^\w[\w.-]*$/;

/**
 * The origin that was typed, which a slash may follow, or the code of why it is refused.
 * @param {string} typed
 * @returns {{ team: string, refused: "" } | { team: "", refused: "no_https" | "no_address" }}
 */
export function parseTeam(typed) {
  const address = URL.canParse(typed) ? new URL(typed) : null; // which passes over spaces around it
  // Without TLS, profiles and the token could be read on their way.
  if (address?.protocol === "http:") return { team: "", refused: "no_https" };
  const isOrigin = address?.protocol === "https:" && address.href === `${address.origin}/`;
  if (!isOrigin || !NAME.test(address.hostname)) return { team: "", refused: "no_address" };
  return { team: address.origin, refused: "" };
}

/**
 * The name under which a team's server is spoken of; empty for this machine.
 * @param {string} team
 */
export const hostOf = (team) => (team ? new URL(team).host : "");

/**
 * The one permission that speaking to the server needs that is set. It names no port, because Firefox grants
 * nothing for one with a port.
 * @param {{ team: string }} settings
 */
export const permissionFor = ({ team }) =>
  ({ origins: [team ? `https://${new URL(team).hostname}/*` : "http://127.0.0.1/*"] });
