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

  /** What is on show in the overlay's shadow root until the run's signal aborts. */
  class View {
    /** @type {HTMLElement | null} */
    #panel = null;

    /**
     * @param {ShadowRoot} root
     * @param {Shown} shown
     * @param {Run} run
     */
    constructor(root, shown, run) {
      this.root = root;
      this.shown = shown;
      this.run = run;
      const { say, signal } = run;
      this.painter = new rolelightHighlights.Painter(signal);
      this.status = make("p", { class: "heard", role: "status" });
      this.badge = rolelightBadge.makeBadge(shown, say, {
        pressOpener: () => (this.#panel ? this.closePanel() : this.openPanel()),
        toggle: () => this.toggle(),
        chooseRole: (role) => this.chooseRole(role),
        close: run.close,
      });
      root.replaceChildren(this.badge.element, this.status);
      this.tooltip = rolelightTooltip.addTooltip(root, { painter: this.painter, shown, say, signal });
      root.addEventListener("keydown", (event) => this.#press(event), { signal });
      rolelightWatch.watchText(rolelightBlocks.findRoot(run.rules), () => this.#placeAnew(), signal);
      this.refresh();
    }

    /** Brings everything up to date with what is shown. */
    refresh() {
      this.painter.paint(this.shown);
      this.badge.update();
      this.status.textContent = statusWords(this.shown, this.run.say);
      if (this.#panel) this.#replacePanel();
    }

    /** @returns {Choices} */
    get choices() {
      const { role, painted } = this.shown;
      return { role, painted, open: this.#panel !== null };
    }

    /** Opens the panel and leaves the focus where it is. */
    showPanel() {
      this.#replacePanel();
      this.badge.opener.setAttribute("aria-expanded", "true");
    }

    openPanel() {
      this.showPanel();
      this.root.getElementById("panel-title")?.focus();
    }

    /** Chromium does not give the focus back to an opener inside a shadow root, so it is done here. */
    closePanel() {
      this.#panel?.remove();
      this.#panel = null;
      this.tooltip.hush();
      this.badge.opener.setAttribute("aria-expanded", "false");
      this.badge.opener.focus();
    }

    toggle() {
      this.shown.painted = !this.shown.painted;
      this.tooltip.hush();
      this.refresh();
    }

    /** @param {string} role */
    chooseRole(role) {
      this.shown.role = role;
      this.refresh();
    }

    /**
     * Leads to a line's words; each press goes on to the next place where they stand.
     * @param {SheetLine} line
     * @param {number} times how often the line was pressed before
     */
    jump(line, times) {
      const found = line.placements.flatMap(({ range }) => range ?? []);
      if (found.length === 0) return;
      const range = found[times % found.length];
      scrollTo(range);
      this.painter.flash(range);
    }

    #replacePanel() {
      const old = this.#panel;
      this.#panel = rolelightPanel.makePanel(this.shown, this.run.say, {
        jump: (line, times) => this.jump(line, times),
        closePanel: () => this.closePanel(),
        ...this.tooltip,
      });
      if (!old) return this.root.append(this.#panel);
      const { scrollTop } = old;
      old.replaceWith(this.#panel);
      this.#panel.scrollTop = scrollTop;
    }

    /** @param {Event} event */
    #press(event) {
      if (this.#panel && /** @type {KeyboardEvent} */ (event).key === "Escape") this.closePanel();
    }

    /** Places anew the words whose text nodes the page has replaced. */
    #placeAnew() {
      const { shown, run } = this;
      if (!shown.placements.some((one) => one.range && isLost(one, run.rules))) return;
      const locate = makeLocator(run.blocks, run.rules);
      shown.placements = shown.placements.map((one) =>
        isLost(one, run.rules) ? locate(one.highlight) : one);
      this.refresh();
    }
  }

  /**
   * The one line that is announced: the verdict and how much speaks for and against it.
   * @param {Shown} shown
   * @param {Say} say
   */
  function statusWords(shown, say) {
    const { reading, role, roles } = shown;
    const counts = rolelightSheet.addCounts(rolelightSheet.makeSheet(shown, say));
    const verdict = say(`verdict_${reading.fits[role].verdict}`);
    return say("status", verdict, roleLabel(role, roles), counts.for, counts.against, counts.unclear);
  }

  /** @param {Range} range */
  function scrollTo(range) {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const element = range.startContainer.parentElement;
    element?.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  }

  return { View };
})();
