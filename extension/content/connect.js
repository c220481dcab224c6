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
   * @param {Pick<StartOptions, "rules" | "messages" | "defaultRole">} given
   */
  function connect(given) {
    return rolelight.start({
      ...given,
      getRoles: () => ask({ type: "roles" }),
      getReading: (captures, { role }) => ask({ type: "reading", captures, role }),
      openOptions: () => void ask({ type: "options" }),
      report: (state, detail) => void ask({ type: "state", state, detail }),
    });
  }

  return { connect };
})();
