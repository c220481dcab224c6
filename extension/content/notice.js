// @ts-check
/** A small card in place of the badge: that the page is being read, or what went wrong and what to do. */
var rolelightNotice = (() => {
  const { make, makeButton } = rolelightElement;

  /** Failures that the options page can mend. */
  const MENDED_IN_OPTIONS = ["not_paired", "not_running", "other_program", "no_permission"];

  /**
   * The card that is seen while the server reads.
   * @param {Say} say
   */
  function makeWaiting(say) {
    return make("div", { class: "badge waiting" }, make("span", { class: "pulse" }), say("reading"));
  }

  /**
   * The card for a failure, named by its code.
   * @param {{ code: string, detail?: string }} failure `detail` is the server's own sentence, if any
   * @param {Say} say
   * @param {{ retry(): void, close(): void, openOptions?(): void }} act
   */
  function makeFailure({ code, detail = "" }, say, act) {
    const options = act.openOptions && MENDED_IN_OPTIONS.includes(code)
      ? makeButton({ class: "primary" }, act.openOptions, say("failure_options"))
      : null;
    return make("div", { class: "badge failure", role: "alert", "data-failure": code },
      make("h2", {}, say(`failure_${code}_title`)),
      make("p", {}, say(`failure_${code}`)),
      detail ? make("p", { class: "quiet" }, detail) : null,
      make("div", { class: "row" }, options,
        makeButton({ class: "secondary" }, act.retry, say("failure_retry")),
        makeButton({ class: "secondary" }, act.close, say("failure_close"))));
  }

  return { makeWaiting, makeFailure };
})();
