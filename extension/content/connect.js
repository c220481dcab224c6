// @ts-check
/**
 * The last script, in the extension alone: joins the overlay to the background script, which is the only
 * part that speaks to the server.
 */
var rolelightConnect = (() => {
  const api = globalThis.browser ?? globalThis.chrome;

  /**
   * Asks the background script and gives its answer, or throws the failure that it names.
   * @param {Record<string, unknown>} question
   */
  async function ask(question) {
    const { answer, failure } = await api.runtime.sendMessage(question);
    if (failure) throw Object.assign(new Error(failure.code), failure);
    return answer;
  }

  /**
   * Starts a run with what the background script has given.
   * @param {Pick<StartOptions, "rules" | "messages" | "style" | "defaultRole" | "place"> & { palette: string }} given
   */
  function connect({ palette, ...given }) {
    rolelightConnect.palette = palette;
    return rolelight.start({
      ...given,
      getRoles: () => ask({ type: "roles" }),
      getReading: (capture, asked) =>
        ask({ type: "reading", capture, person: rolelightAddress.personNow(given.rules), ...asked }),
      keepPlace: (place) => void ask({ type: "place", place }),
      openOptions: () => void ask({ type: "options" }),
      report: (state, detail) => void ask({ type: "state", state, detail }),
    });
  }

  /** What the keyboard shortcuts do, by their names in the manifest. */
  const COMMANDS = /** @type {Record<string, () => void>} */ ({
    next_evidence: () => rolelight.step(1),
    previous_evidence: () => rolelight.step(-1),
    toggle_highlights: () => rolelight.toggle(),
  });

  return { palette: "", connect, command: (/** @type {string} */ name) => COMMANDS[name]?.() };
})();
