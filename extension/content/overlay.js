// @ts-check
/**
 * The overlay on the page, one run at a time: from the start to the page left or the overlay closed. All that
 * a run adds ends with its AbortController. Needs nothing of an extension, so the demo pages use it as it is.
 */
var rolelight = (() => {
  const { pageNow } = rolelightAddress;
  const { watchAddress } = rolelightWatch;
  const { makeWaiting, makeFailure, makeOffer } = rolelightNotice;
  const { makeFrame } = rolelightPlace;
  const { read, complain, failureOf } = rolelightRun;

  /** @type {Run | null} */
  let current = null;

  /**
   * Reads the page and shows the result. While a reading of the same page is under way, a second start is
   * left alone; after it, the page is read anew, since it may have loaded more.
   * @param {StartOptions} options
   */
  async function start(options) {
    const page = pageNow(options.rules);
    if (current?.page !== page || !(current.waiting || current.view)) return startAnew(page, options);
    if (!current.waiting) await readAgain(Object.assign(current, { options }));
  }

  /**
   * @param {string} page
   * @param {StartOptions} options
   */
  async function startAnew(page, options) {
    const run = replace(page, options);
    showCard(run, makeWaiting(run.say));
    options.report?.("reading", "");
    await attempt(run, (error) => showFailure(run, error));
    if (run.hasFocus) run.view?.takeFocus();
  }

  /**
   * Reads the page anew behind the reading on show, which stays where the server is not reached.
   * @param {Run} run
   */
  async function readAgain(run) {
    run.view?.setBusy(true);
    await attempt(run, (error) => {
      const isOtherPage = failureOf(error, run.options).code.startsWith("page_");
      if (isOtherPage) showFailure(run, error);
      else complain(run, "not_read_again", error);
    });
  }

  /**
   * @param {Run} run
   * @param {(error: unknown) => void} fail
   */
  async function attempt(run, fail) {
    run.waiting = true;
    try {
      const readAnew = () => void start(run.options);
      const outcome = await read(run, { stop, readAgain: readAnew });
      if (outcome === "left" && current === run) leave(run);
    } catch (error) {
      if (!run.controller.signal.aborted) fail(error);
    }
    run.waiting = false;
  }

  /** Ends the run; the page is as it was before, and its focus too. */
  function stop() {
    if (!current) return;
    const { controller, options, root, focusBefore } = current;
    const hadFocus = root.activeElement !== null;
    controller.abort();
    options.report?.("closed", "");
    current = null;
    if (hadFocus) focusBefore?.focus({ preventScroll: true });
  }

  /**
   * Ends the run before, if any, and begins one that goes on from it.
   * @param {string} page
   * @param {StartOptions} options
   * @returns {Run}
   */
  function replace(page, options) {
    const before = current;
    const choices = before?.view?.choices ?? before?.choices ?? null;
    const hasFocus = before?.root.activeElement != null;
    const focusBefore = before ? before.focusBefore : /** @type {HTMLElement | null} */ (document.activeElement);
    before?.controller.abort();
    const controller = new AbortController();
    const say = rolelightMessages.speaker(options.messages);
    const isGone = () => lose(run);
    const root = rolelightHost.openHost(options.style, say("language"), controller.signal, isGone);
    /** @type {Run} */
    const run = {
      controller, page, waiting: false, options, root, say, choices, hasFocus, focusBefore, view: null, taken: null,
    };
    watchAddress(page, options.rules, () => leave(run), controller.signal);
    current = run;
    return run;
  }

  /**
   * On another page of the same site nothing of this one is left but the offer to read that one too.
   * @param {Run} run
   */
  function leave({ options }) {
    const offer = replace(pageNow(options.rules), options);
    if (offer.choices) offer.choices.open = false;
    options.report?.("closed", "");
    showCard(offer, makeOffer(offer.say, { read: () => void start(options), close: stop }));
  }

  /**
   * Some pages remove what they have not made themselves: then the toolbar button says so.
   * @param {Run} run
   */
  function lose({ options }) {
    stop();
    options.report?.("failed", "removed");
  }

  /**
   * @param {Run} run
   * @param {unknown} error
   */
  function showFailure(run, error) {
    const { say, options } = run;
    const failure = failureOf(error, options);
    const act = { retry: () => void start(options), close: stop, openOptions: options.openOptions };
    const { choices } = run.view ?? run;
    const anew = run.view ? Object.assign(replace(run.page, options), { choices }) : run;
    showCard(anew, makeFailure(failure, say, act));
    options.report?.("failed", failure.code);
  }

  /**
   * Shows a card where the badge would stand; it takes the focus where the overlay had it.
   * @param {Run} run
   * @param {HTMLElement} card
   */
  function showCard({ root, options, hasFocus }, card) {
    const frame = makeFrame({ ...options.place, collapsed: false });
    const hadFocus = hasFocus || root.activeElement !== null;
    frame.append(card);
    root.replaceChildren(frame);
    if (hadFocus) (card.querySelector("button") ?? card).focus();
  }

  return {
    start,
    stop,
    step: (/** @type {1 | -1} */ by) => current?.view?.step(by),
    toggle: () => current?.view?.toggle(),
  };
})();
