// @ts-check
/** Puts a reading on show: painter, tooltip, badge and panel, and what the user does with them. */
var rolelightView = (() => {
  const { make } = rolelightElement;
  const { directionFor } = rolelightWording;
  const { scrollTo } = rolelightSteps;
  const { idsAside, changeIds, namesAside } = rolelightAside;
  const { makeFrame, showPlace, makeGrip } = rolelightPlace;

  /**
   * @typedef {{ say: Say, signal: AbortSignal, place: Place, keepPlace(place: Place): void, close(): void,
   *   readAgain(): void, weighAnew(ids: string[]): Promise<void>,
   *   report(verdict: string): void, placeLost(placements: Placement[]): Promise<Placement[] | null>,
   *   findRoot(): Element }} ViewOptions
   */

  /** What is on show in the overlay's shadow root until the run's signal aborts. */
  class View {
    /** The highlight that was last gone to. */
    #at = /** @type {Placement | null} */ (null);

    #said = "";

    /**
     * @param {ShadowRoot} root
     * @param {Shown} shown
     * @param {ViewOptions} run
     */
    constructor(root, shown, run) {
      this.root = root;
      this.shown = shown;
      this.run = run;
      const { say, signal } = run;
      this.painter = new rolelightHighlights.Painter(signal);
      this.status = make("p", { class: "heard", role: "status" });
      this.frame = makeFrame(run.place);
      const grip = makeGrip(this.frame, say("badge_move"), (corner) => this.settle({ corner }));
      this.badge = rolelightBadge.makeBadge(shown, say, grip, {
        pressOpener: () => (this.drawer.panel ? this.closePanel() : this.openPanel()),
        toggle: () => this.toggle(),
        chooseRole: (role) => this.chooseRole(role),
        close: run.close,
        collapse: (collapsed) => this.collapse(collapsed),
      });
      this.frame.append(this.badge.element, this.badge.dot);
      root.replaceChildren(this.frame, this.status);
      this.drawer = new rolelightDrawer.Drawer(root, this.frame);
      this.tooltip = rolelightTooltip.addTooltip(root, { painter: this.painter, shown, say, signal });
      root.addEventListener("keydown", (event) => this.#press(event), { signal });
      const repaint = () => this.painter.paint(shown); // each ground may have changed its colour
      matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint, { signal });
      rolelightWatch.watchText(run.findRoot, () => void this.#placeAnew(), signal);
      this.refresh();
    }

    /** Brings everything up to date with what is shown. */
    refresh() {
      this.painter.paint(this.shown);
      this.badge.update();
      this.#say(rolelightStatus.stateWords(this.shown, this.run.say));
      if (this.drawer.panel) this.#drawPanel();
      this.run.report(this.shown.reading.fits[this.shown.role].verdict);
    }

    /**
     * Shows another reading of the same person in place of the one before.
     * @param {Partial<Shown>} changes
     */
    renew(changes) {
      Object.assign(this.shown, changes);
      this.setBusy(false);
      this.refresh();
    }

    /**
     * Shows that the server was asked something about the reading on show.
     * @param {boolean} isBusy
     */
    setBusy(isBusy) {
      for (const part of [this.badge.element, this.drawer.panel]) part?.setAttribute("aria-busy", String(isBusy));
    }

    /** Takes the focus that the overlay had before it showed this. */
    takeFocus() {
      if (this.drawer.panel) this.root.getElementById("panel-title")?.focus();
      else (this.run.place.collapsed ? this.badge.dot : this.badge.opener).focus();
    }

    /** What is set aside; what was set aside just now may still be on its way to the server. */
    get #idsAside() {
      return this.shown.asked ?? idsAside(this.shown.reading);
    }

    /** @returns {Choices} */
    get choices() {
      const { role, painted, hidden, person, reading } = this.shown;
      const aside = namesAside(reading, this.#idsAside);
      return { role, painted, hidden, person, open: this.drawer.panel !== null, aside };
    }

    /** Opens the panel and leaves the focus where it is. */
    showPanel() {
      this.#drawPanel();
      this.badge.opener.setAttribute("aria-expanded", "true");
    }

    openPanel() {
      this.showPanel();
      this.root.getElementById("panel-title")?.focus();
    }

    /** Chromium does not give the focus back to an opener inside a shadow root, so it is done here. */
    closePanel() {
      this.drawer.close();
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

    /** @param {Partial<Place>} change */
    settle(change) {
      this.run.place = { ...this.run.place, ...change };
      showPlace(this.frame, this.run.place);
      this.run.keepPlace(this.run.place);
    }

    /** @param {boolean} collapsed */
    collapse(collapsed) {
      this.settle({ collapsed });
      (collapsed ? this.badge.dot : this.badge.opener).focus();
    }

    /**
     * Leads to a line's words; each press goes on to the next place where they stand.
     * @param {SheetLine} line
     * @param {number} times how often the line was pressed before
     */
    jump(line, times) {
      const found = line.placements.filter(({ range }) => range);
      if (found.length > 0) this.#goTo(found[times % found.length]);
    }

    /**
     * Goes to the next or the previous evidence on the page, and says what it is.
     * @param {1 | -1} by
     */
    step(by) {
      const { say } = this.run;
      const step = rolelightSteps.step(this.shown, this.#at, by);
      if (!step) return this.#say(say("step_none"));
      const { placement: { highlight }, number, count } = step;
      this.#goTo(step.placement);
      const speaks = say(`heard_${directionFor(highlight, this.shown.role)}`);
      this.#say(say("step", number, count, speaks + highlight.quote.exact));
    }

    copy() {
      const isCopied = rolelightClipboard.copy(rolelightSummary.makeSummary(this.shown, this.run.say));
      this.tell(this.run.say(isCopied ? "copied" : "not_copied"));
    }

    /**
     * Sets lines aside, or counts them again; the server weighs what is left.
     * @param {SheetLine[]} lines
     * @param {boolean} isAside
     */
    async setAside(lines, isAside) {
      await this.run.weighAnew(changeIds(this.#idsAside, lines, isAside));
    }

    /**
     * Says to screen readers what changed.
     * @param {string} words
     */
    #say(words) {
      if (words === this.#said) return; // said twice, it would be read twice
      this.#said = words;
      // A status that is filled as it appears is not announced.
      window.setTimeout(() => { this.status.textContent = words; });
    }

    /**
     * Says something to all: to the eye until the panel is drawn anew.
     * @param {string} words
     */
    tell(words) {
      this.#said = ""; // what the user has just done is said each time
      this.#say(words);
      this.drawer.panel?.querySelector(".passing")?.remove();
      const note = make("p", { class: "passing", "aria-hidden": "true" }, words);
      this.drawer.panel?.querySelector(".actions")?.after(note);
    }

    /** @param {Placement} placement */
    #goTo(placement) {
      const { range } = placement;
      if (!range) return;
      this.#at = placement;
      scrollTo(range);
      this.painter.flash(range);
    }

    #drawPanel() {
      this.drawer.draw(rolelightPanel.makePanel(this.shown, this.run.say, {
        jump: (line, times) => this.jump(line, times),
        setAside: (lines, isAside) => void this.setAside(lines, isAside),
        hide: (hidden) => {
          this.shown.hidden = hidden;
          this.refresh();
        },
        step: (by) => this.step(by),
        copy: () => this.copy(),
        readAgain: this.run.readAgain,
        closePanel: () => this.closePanel(),
        ...this.tooltip,
      }));
    }

    /** @param {Event} event */
    #press(event) {
      if (/** @type {KeyboardEvent} */ (event).key !== "Escape" || !event.isTrusted) return;
      if (this.tooltip.hush()) return; // the first press takes away what lies on top
      if (this.drawer.panel) this.closePanel();
    }

    /** Places anew the words whose text nodes the page has replaced; what was said stays said. */
    async #placeAnew() {
      const { placements } = this.shown;
      const placed = await this.run.placeLost(placements);
      if (!placed || this.run.signal.aborted || this.shown.placements !== placements) return;
      this.shown.placements = placed;
      this.painter.paint(this.shown);
      const passing = this.drawer.panel?.querySelector(".passing");
      if (this.drawer.panel) this.#drawPanel();
      if (passing) this.drawer.panel?.querySelector(".actions")?.after(passing);
    }
  }

  return { View };
})();
