// @ts-check
/**
 * Paints placements with the CSS Custom Highlight API, so that the page's DOM stays as it is. A name says
 * direction, strength and ground (rolelight-for-3-dark); content/page.css holds the palette.
 */
var rolelightHighlights = (() => {
  const { directionFor, strengthFor } = rolelightWording;
  const { schemeUnder } = rolelightColours;

  /** Clear evidence lies over unclear, and the flash of a jump over both. */
  const PRIORITY = { unclear: 1, for: 2, against: 2, flash: 3 };

  /** How long words flash after a jump to them, in milliseconds. */
  const FLASH = 1600;

  /**
   * Paints for one run; when its signal aborts, nothing of it is left.
   * @param {AbortSignal} signal
   */
  function makePainter(signal) {
    /** @type {Map<string, Highlight>} */
    const groups = new Map();
    /** @type {Map<AbstractRange, Placement>} */
    const byRange = new Map();
    let flashTimer = 0;

    /** @param {Shown} shown */
    function paint({ placements, role, painted }) {
      clear();
      if (!painted) return;
      for (const placement of placements) {
        if (!placement.range) continue;
        const direction = directionFor(placement.highlight, role);
        const strength = strengthFor(placement.highlight, role);
        add(`${direction}-${strength}`, PRIORITY[direction], placement.range);
        byRange.set(placement.range, placement);
      }
    }

    /**
     * @param {string} kind
     * @param {number} priority
     * @param {Range} range
     */
    function add(kind, priority, range) {
      const element = /** @type {Element} */ (range.startContainer.parentElement);
      const name = `rolelight-${kind}-${schemeUnder(element)}`;
      const group = groups.get(name) ?? new Highlight();
      group.priority = priority;
      group.add(range);
      groups.set(name, group);
      CSS.highlights.set(name, group);
    }

    function clear() {
      for (const name of groups.keys()) CSS.highlights.delete(name);
      groups.clear();
      byRange.clear();
    }

    /**
     * Shows words for a moment, painted or not.
     * @param {Range} range
     */
    function flash(range) {
      stopFlash();
      add("flash", PRIORITY.flash, range.cloneRange());
      flashTimer = window.setTimeout(stopFlash, FLASH);
    }

    function stopFlash() {
      window.clearTimeout(flashTimer);
      for (const scheme of ["light", "dark"]) {
        CSS.highlights.delete(`rolelight-flash-${scheme}`);
        groups.delete(`rolelight-flash-${scheme}`);
      }
    }

    /**
     * The placement painted at a point of the viewport, if any.
     * @param {number} x
     * @param {number} y
     */
    function at(x, y) {
      const hits = CSS.highlights.highlightsFromPoint(x, y).flatMap(({ ranges }) => ranges);
      return hits.map((range) => byRange.get(range)).find(Boolean) ?? null;
    }

    signal.addEventListener("abort", () => {
      stopFlash();
      clear();
    });
    return { paint, flash, at };
  }

  return { makePainter };
})();
