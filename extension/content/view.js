// @ts-check
/** Puts a reading on show: painter, tooltip, badge and panel, and what the user does with them. */
var rolelightView = (() => {
  const { make } = rolelightElement;
  const { roleLabel } = rolelightWording;
  const { isLost, makeLocator } = rolelightLocate;

  /**
   * @typedef {{ say: Say, signal: AbortSignal, close(): void, blocks: Map<string, Element>,
   *   rules: CaptureRules }} Run
   */

  /**
   * Shows a reading in the overlay's shadow root until the run's signal aborts.
   * @param {ShadowRoot} root
   * @param {Shown} shown
   * @param {Run} run
   */
  function openView(root, shown, { say, signal, close, blocks, rules }) {
    const painter = rolelightHighlights.makePainter(signal);
    const status = make("p", { class: "heard", role: "status" });
    const badge = rolelightBadge.makeBadge(shown, say, { openPanel, toggle, chooseRole, close });
    /** @type {HTMLElement | null} */
    let panel = null;

    function refresh() {
      painter.paint(shown);
      badge.update();
      status.textContent = statusWords(shown, say);
      if (panel) replacePanel();
    }

    function replacePanel() {
      const old = panel;
      panel = rolelightPanel.makePanel(shown, say, { jump, closePanel, ...tooltip });
      if (old) old.replaceWith(panel);
      else root.append(panel);
    }

    function openPanel() {
      if (panel) return closePanel();
      replacePanel();
      badge.opener.setAttribute("aria-expanded", "true");
      root.getElementById("panel-title")?.focus();
    }

    /** Chromium does not give the focus back to an opener inside a shadow root, so it is done here. */
    function closePanel() {
      panel?.remove();
      panel = null;
      badge.opener.setAttribute("aria-expanded", "false");
      badge.opener.focus();
    }

    function toggle() {
      shown.painted = !shown.painted;
      tooltip.hush();
      refresh();
    }

    function chooseRole(/** @type {string} */ role) {
      shown.role = role;
      refresh();
    }

    /** Leads to a line's words; each press goes on to the next place where they stand. */
    function jump(/** @type {SheetLine} */ line, /** @type {number} */ times) {
      const found = line.placements.flatMap(({ range }) => range ?? []);
      if (found.length === 0) return;
      const range = found[times % found.length];
      scrollTo(range);
      painter.flash(range);
    }

    /** Places anew the words whose text nodes the page has replaced. */
    function placeAnew() {
      if (!shown.placements.some((one) => one.range && isLost(one, rules))) return;
      const locate = makeLocator(blocks, rules);
      shown.placements = shown.placements.map((one) =>
        isLost(one, rules) ? locate(one.highlight) : one);
      refresh();
    }

    root.replaceChildren(badge.element, status);
    root.addEventListener("keydown", (event) => {
      if (panel && /** @type {KeyboardEvent} */ (event).key === "Escape") closePanel();
    }, { signal });
    const tooltip = rolelightTooltip.addTooltip(root, { painter, shown: () => shown, say, signal });
    rolelightWatch.watchText(rolelightBlocks.findRoot(), placeAnew, signal);
    refresh();
  }

  /**
   * The one line that is announced: the verdict and how much speaks for and against it.
   * @param {Shown} shown
   * @param {Say} say
   */
  function statusWords({ reading, role, roles, placements }, say) {
    const counts = { for: 0, against: 0, unclear: 0 };
    for (const { highlight } of placements) {
      counts[rolelightWording.directionFor(highlight, role)] += 1;
    }
    const verdict = say(`verdict_${reading.fits[role].verdict}`);
    return say("status", verdict, roleLabel(role, roles), counts.for, counts.against, counts.unclear);
  }

  /** @param {Range} range */
  function scrollTo(range) {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const element = range.startContainer.parentElement;
    element?.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  }

  return { openView };
})();
