// @ts-check
/**
 * One run of Rolelight on the page: take the capture, get the reading, place it, show it. All that a run
 * adds ends with its AbortController. Needs nothing of an extension, so the demo pages use it as it is.
 */
var rolelight = (() => {
  const { pageNow } = rolelightAddress;
  const { takeCapture } = rolelightCapture;
  const { watchAddress } = rolelightWatch;
  const { makeWaiting, makeFailure, makeOffer } = rolelightNotice;
  const { makeFrame } = rolelightPlace;
  const { checkIsProfile, chooseRole, answerFor, placeAnswer, placeLost } = rolelightReading;

  /**
   * @typedef {{ controller: AbortController, page: string, waiting: boolean, options: StartOptions,
   *   root: ShadowRoot, say: Say, choices: Choices | null,
   *   view: InstanceType<typeof rolelightView.View> | null }} Run
   */

  /** @type {Run | null} */
  let current = null;

  /**
   * Reads the page and shows the result. While a reading of the same page is under way, a second start is
   * left alone; after it, the page is read anew (it may have loaded more), and what the user has chosen stays.
   * @param {StartOptions} options
   */
  async function start(options) {
    const page = pageNow(options.rules);
    if (current?.waiting && current.page === page) return;
    const choices = current?.view?.choices ?? current?.choices ?? null;
    stop();
    const run = begin(page, options, choices);
    showCard(run, makeWaiting(run.say));
    options.report?.("reading", "");
    run.waiting = true;
    try {
      await read(run);
    } catch (error) {
      if (!run.controller.signal.aborted) showFailure(run, error);
    }
    run.waiting = false;
  }

  /** Ends the run; the page is as it was before. */
  function stop() {
    if (!current) return;
    current.controller.abort();
    current.options.report?.("closed", "");
    current = null;
  }

  /**
   * @param {string} page
   * @param {StartOptions} options
   * @param {Choices | null} choices those of the run before
   * @returns {Run}
   */
  function begin(page, options, choices) {
    const controller = new AbortController();
    const say = rolelightMessages.speaker(options.messages);
    const root = rolelightHost.openHost(options.style, say("language"), controller.signal);
    const run = { controller, page, waiting: false, options, root, say, choices, view: null };
    watchAddress(page, options.rules, () => leave(run), controller.signal);
    current = run;
    return run;
  }

  /**
   * On another page of the same site nothing of this one is left but the offer to read that one too.
   * @param {Run} run
   */
  function leave({ options, view, choices }) {
    const kept = view?.choices ?? choices;
    stop();
    const offer = begin(pageNow(options.rules), options, kept && { ...kept, open: false });
    showCard(offer, makeOffer(offer.say, { read: () => void start(options), close: stop }));
  }

  /** @param {Run} run */
  async function read(run) {
    const { controller, page, options, choices } = run;
    await scheduler.yield(); // lets the browser draw the waiting card
    const { capture, blocks } = await takeCapture(options.rules);
    // Without the list, roles are called by their ids, which say it too.
    const listed = options.getRoles().catch(() => []);
    const answer = await answerFor(capture, choices, options);
    const roles = await listed;
    // A reading that comes when the user has gone on belongs to another person: drop it.
    if (controller.signal.aborted) return;
    if (pageNow(options.rules) !== page) return leave(run);
    checkIsProfile(answer.reading);
    const placements = await placeAnswer(answer, blocks, options.rules);
    if (controller.signal.aborted) return;
    const { painted = true, hidden = rolelightFilters.hideNothing() } = choices ?? {};
    const role = chooseRole(answer.reading, choices?.role ?? options.defaultRole);
    show(run, { ...answer, roles, role, placements, painted, hidden }, capture, blocks);
  }

  /**
   * @param {Run} run
   * @param {Shown} shown
   * @param {Wire.Capture} capture
   * @param {Map<string, Element>} blocks
   */
  function show(run, shown, capture, blocks) {
    const { controller: { signal }, options, root, say, choices } = run;
    const { rules } = options;
    run.view = new rolelightView.View(root, shown, {
      say, signal, place: options.place, findRoot: () => rolelightBlocks.findRoot(rules),
      keepPlace: (place) => {
        options.place = place;
        options.keepPlace?.(place);
      },
      close: stop,
      readAgain: () => void start(options),
      weighAnew: (ids) => weighAnew(run, shown, ids, capture, blocks),
      placeLost: (placements) => placeLost(placements, shown.capture, blocks, rules),
    });
    if (choices?.open) run.view.showPanel();
    options.report?.("shown", shown.reading.fits[shown.role].verdict);
  }

  /**
   * Has the same pages weighed without what the user sets aside. Of several questions under way, the last
   * has all that the user wants, and its answer alone counts.
   * @param {Run} run
   * @param {Shown} shown
   * @param {string[]} setAside ids of highlights
   * @param {Wire.Capture} capture
   * @param {Map<string, Element>} blocks
   */
  async function weighAnew({ controller: { signal }, options, say, view }, shown, setAside, capture, blocks) {
    shown.asked = setAside;
    const isOld = () => signal.aborted || shown.asked !== setAside;
    try {
      const answer = await options.getReading(capture, { role: shown.role, setAside });
      const placements = await placeAnswer(answer, blocks, options.rules);
      if (isOld()) return;
      Object.assign(shown, answer, { placements, asked: null });
      view?.refresh();
      options.report?.("shown", shown.reading.fits[shown.role].verdict);
    } catch (error) {
      if (isOld()) return;
      shown.asked = null;
      const { code = "unexpected" } = /** @type {{ code?: string }} */ (error);
      const known = rolelightMessages.knownFailure(options.messages, code);
      view?.tell(`${say("not_weighed")} ${say(`failure_${known}`)}`);
    }
  }

  /**
   * Shows what went wrong; an error without a code is a fault of our own, and is said to be unexpected.
   * @param {Run} run
   * @param {unknown} error
   */
  function showFailure(run, error) {
    const { say, options } = run;
    const { code = "unexpected", detail = "" } = /** @type {{ code?: string, detail?: string }} */ (error);
    const failure = { code: rolelightMessages.knownFailure(options.messages, code), detail };
    const { openOptions } = options;
    const act = { retry: () => void start(options), close: stop, openOptions };
    showCard(run, makeFailure(failure, say, act));
    options.report?.("failed", failure.code);
  }

  /**
   * Shows a card where the badge would stand.
   * @param {Run} run
   * @param {HTMLElement} card
   */
  function showCard({ root, options }, card) {
    const frame = makeFrame({ ...options.place, collapsed: false });
    frame.append(card);
    root.replaceChildren(frame);
  }

  return {
    start,
    stop,
    step: (/** @type {1 | -1} */ by) => current?.view?.step(by),
    toggle: () => current?.view?.toggle(),
  };
})();
