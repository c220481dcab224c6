// @ts-check
/**
 * A small card in place of the badge: that the page is being read, that another page can be read, or what
 * went wrong and what to do.
 */
var rolelightNotice = (() => {
  const { make, makeButton } = rolelightElement;
  const { makeIcon } = rolelightBadge;

  /** Failures that the options page can mend. */
  const MENDED_IN_OPTIONS = [
    "not_paired", "not_proved", "not_running", "other_program", "no_permission", "token_expired",
    "team_not_paired", "team_not_running", "team_other_program", "team_no_permission",
  ];

  /**
   * The card that is seen while the server reads.
   * @param {Say} say
   */
  function makeWaiting(say) {
    return make("div", { class: "badge waiting", role: "status", tabindex: -1 },
      make("span", { class: "pulse" }), say("reading"));
  }

  /**
   * The card that is seen after the user has gone on to another page of the same site.
   * @param {Say} say
   * @param {{ read(): void, close(): void }} act
   */
  function makeOffer(say, act) {
    return make("div", { class: "badge offer", role: "group", "aria-label": say("extension_name") },
      makeButton({ class: "primary" }, act.read, say("offer")),
      makeIcon("close", say("badge_close"), act.close, "×"));
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
      detail ? make("p", { class: "quiet", lang: "en" }, detail) : null,
      make("div", { class: "row" }, options,
        makeButton({ class: "secondary" }, act.retry, say("failure_retry")),
        makeButton({ class: "secondary" }, act.close, say("failure_close"))));
  }

  return { makeWaiting, makeOffer, makeFailure };
})();
