// @ts-check
/**
 * One run of Rolelight on the page: take the capture, get the reading, place it, show it. All that a run
 * adds ends with its AbortController. Needs nothing of an extension, so the demo pages use it as it is.
 */
var rolelight = (() => {
  const { takeCapture } = rolelightCapture;
  const { pageOf, watchAddress } = rolelightWatch;
  const { makeWaiting, makeFailure } = rolelightNotice;

  /**
   * @typedef {{ controller: AbortController, url: string, waiting: boolean, options: StartOptions,
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
    const url = pageOf(location.href);
    if (current?.waiting && current.url === url) return;
    const choices = current?.url === url ? current.view?.choices ?? current.choices : null;
    stop();
    const run = begin(url, options, choices);
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
   * @param {string} url
   * @param {StartOptions} options
   * @param {Choices | null} choices those of the run before on this page
   * @returns {Run}
   */
  function begin(url, options, choices) {
    const controller = new AbortController();
    const say = rolelightMessages.speaker(options.messages);
    const root = rolelightHost.openHost(controller.signal);
    root.append(makeWaiting(say));
    watchAddress(url, stop, controller.signal);
    options.report?.("reading", "");
    current = { controller, url, waiting: true, options, root, say, choices, view: null };
    return current;
  }

  /** @param {Run} run */
  async function read(run) {
    const { controller, url, options, choices } = run;
    const { rules } = options;
    await scheduler.yield(); // lets the browser draw the waiting card
    const { capture, blocks } = await takeCapture(rules);
    const asked = { role: choices?.role ?? options.defaultRole };
    const [reading, roles] = await Promise.all(
      [options.getReading([capture], asked), options.getRoles()]);
    // A reading that comes when the user has gone on belongs to another person: drop it.
    if (controller.signal.aborted) return;
    if (pageOf(location.href) !== url) return stop();
    checkIsProfile(reading);
    const placements = reading.highlights.map(rolelightLocate.makeLocator(blocks, rules));
    const role = chooseRole(reading, asked.role);
    show(run, { reading, roles, role, placements, painted: choices?.painted ?? true }, blocks);
  }

  /**
   * @param {Run} run
   * @param {Shown} shown
   * @param {Map<string, Element>} blocks
   */
  function show(run, shown, blocks) {
    const { controller: { signal }, options, root, say, choices } = run;
    const { rules } = options;
    run.view = new rolelightView.View(root, shown, { say, signal, close: stop, blocks, rules });
    if (choices?.open) run.view.showPanel();
    options.report?.("shown", shown.reading.fits[shown.role].verdict);
  }

  /**
   * The role to show first: the one asked for, or the first that the reading has.
   * @param {Wire.Reading} reading
   * @param {string | null} asked
   */
  function chooseRole(reading, asked) {
    const roles = Object.keys(reading.fits);
    return [asked, reading.role].find((role) => role && roles.includes(role)) ?? roles[0];
  }

  /** @param {Wire.Reading} reading */
  function checkIsProfile({ profile, fits }) {
    const isEmpty = Object.keys(fits).length === 0;
    if (profile.page_state === "profile" && !isEmpty) return;
    const code = profile.page_state === "profile" ? "unexpected" : `page_${profile.page_state}`;
    throw Object.assign(new Error(code), { code });
  }

  /**
   * Shows what went wrong; an error without a code is a fault of our own, and is said to be unexpected.
   * @param {Run} run
   * @param {unknown} error
   */
  function showFailure({ root, say, options }, error) {
    const { code = "unexpected", detail = "" } = /** @type {{ code?: string, detail?: string }} */ (error);
    const failure = { code: rolelightMessages.knownFailure(options.messages, code), detail };
    const { openOptions } = options;
    const act = { retry: () => void start(options), close: stop, openOptions };
    root.replaceChildren(makeFailure(failure, say, act));
    options.report?.("failed", failure.code);
  }

  return { start, stop };
})();
