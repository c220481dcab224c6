// @ts-check
/** What a run asks of the server: the reading of the page, and its weights without what was set aside. */
var rolelightRun = (() => {
  const { takeCapture } = rolelightCapture;
  const { pageNow } = rolelightAddress;
  const { checkIsProfile, chooseRole, answerFor, placeHere, placeLost } = rolelightReading;

  /**
   * Reads the page and puts it on show; what the user has chosen stays.
   * @param {Run} run
   * @param {{ stop(): void, readAgain(): void }} act
   * @returns {Promise<"shown" | "left">} left, where the user has gone on: such a reading belongs to another
   *   page and is dropped
   * @throws an error whose code names the failure
   */
  async function read(run, act) {
    const { controller: { signal }, page, options } = run;
    const { rules } = options;
    await scheduler.yield(); // lets the browser draw the waiting card
    const taken = await takeCapture(rules);
    // Without the list, roles are called by their ids, which say it too.
    const listed = run.view ? run.view.shown.roles : options.getRoles().catch(() => []);
    const choices = run.view?.choices ?? run.choices;
    const answer = await answerFor(taken.capture, choices, options);
    const roles = await listed;
    if (signal.aborted || pageNow(rules) !== page) return "left";
    checkIsProfile(answer.reading);
    const placements = await placeHere(answer.reading.highlights, answer.capture, taken.blocks, rules);
    if (signal.aborted) return "left";
    run.taken = taken;
    const role = chooseRole(answer.reading, run.view?.choices.role ?? choices?.role ?? options.defaultRole);
    const { painted = true, hidden = rolelightFilters.hideNothing() } = choices ?? {};
    if (run.view) run.view.renew({ ...answer, placements, role, asked: null });
    else show(run, { ...answer, roles, role, placements, painted, hidden }, act);
    return "shown";
  }

  /**
   * @param {Run} run
   * @param {Shown} shown
   * @param {{ stop(): void, readAgain(): void }} act
   */
  function show(run, shown, { stop, readAgain }) {
    const { controller: { signal }, root, say, choices } = run;
    const { rules } = run.options;
    run.view = new rolelightView.View(root, shown, {
      say, signal, place: run.options.place, findRoot: () => rolelightBlocks.findRoot(rules),
      keepPlace: (place) => {
        run.options.place = place;
        run.options.keepPlace?.(place);
      },
      report: (verdict) => run.options.report?.("shown", verdict),
      close: stop, readAgain,
      weighAnew: (ids) => weighAnew(run, shown, ids),
      placeLost: (placements) => placeLost(placements, shown.capture, blocksOf(run), rules),
    });
    if (choices?.open) run.view.showPanel();
  }

  /**
   * Has the same pages weighed without what the user sets aside. Of several questions under way, the last
   * has all that the user wants, and its answer alone counts.
   * @param {Run} run
   * @param {Shown} shown
   * @param {string[]} setAside ids of highlights
   */
  async function weighAnew(run, shown, setAside) {
    const { controller: { signal }, options, view, taken } = run;
    if (!taken || !view) return;
    shown.asked = setAside;
    view.setBusy(true);
    const isOld = () => signal.aborted || shown.asked !== setAside || run.taken !== taken;
    try {
      const answer = await options.getReading(taken.capture, { role: shown.role, setAside });
      const placements = await placeHere(answer.reading.highlights, answer.capture, taken.blocks, options.rules);
      if (!isOld()) view.renew({ ...answer, placements, asked: null });
    } catch (error) {
      if (isOld()) return;
      shown.asked = null;
      complain(run, "not_weighed", error);
    }
  }

  /**
   * Says what went wrong where the reading on show stays as it is.
   * @param {Run} run
   * @param {string} message
   * @param {unknown} error
   */
  function complain({ view, say, options }, message, error) {
    const { code } = failureOf(error, options);
    view?.setBusy(false);
    view?.tell(`${say(message)} ${say(`failure_${code}`)}`);
  }

  /**
   * Names a failure by a code that has words; an error without a code is a fault of our own, and unexpected.
   * @param {unknown} error
   * @param {StartOptions} options
   */
  function failureOf(error, { messages }) {
    const { code = "unexpected", detail = "" } = /** @type {{ code?: string, detail?: string }} */ (error);
    return { code: rolelightMessages.knownFailure(messages, code), detail };
  }

  /** @param {Run} run */
  const blocksOf = ({ taken }) => taken?.blocks ?? new Map();

  return { read, complain, failureOf };
})();
