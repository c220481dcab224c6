// @ts-check
/**
 * Paints placements with the CSS Custom Highlight API, so that the page's DOM stays as it is. A name says
 * direction, strength and ground (rolelight-for-3-dark); content/palettes hold the colours.
 */
var rolelightHighlights = (() => {
  const { directionFor, strengthFor } = rolelightWording;
  const { makeSchemes } = rolelightColours;
  const { isAside } = rolelightAside;
  const { passes } = rolelightFilters;

  /** Clear evidence lies over unclear, and the flash of a jump over both. */
  const PRIORITY = { unclear: 1, for: 2, against: 2, flash: 3 };

  /** How long words flash after a jump to them, in milliseconds. */
  const FLASH = 1600;

  /** Paints for one run; when its signal aborts, nothing of it is left. */
  class Painter {
    /** @type {Map<string, Highlight>} */
    #groups = new Map();

    /** @type {Map<AbstractRange, Placement>} */
    #placements = new Map();

    #schemeUnder = makeSchemes();

    #flashTimer = 0;

    /** @param {AbortSignal} signal */
    constructor(signal) {
      signal.addEventListener("abort", () => {
        this.#stopFlash();
        this.#clear();
      });
    }

    /**
     * Paints what is shown, for its role, in place of what was painted before.
     * @param {Shown} shown
     */
    paint(shown) {
      this.#clear();
      this.#schemeUnder = makeSchemes();
      if (!shown.painted) return;
      for (const placement of shown.placements) {
        if (!placement.range || !isOnShow(placement.highlight, shown)) continue;
        const direction = directionFor(placement.highlight, shown.role);
        const strength = strengthFor(placement.highlight, shown.role);
        this.#add(`${direction}-${strength}`, PRIORITY[direction], placement.range);
        this.#placements.set(placement.range, placement);
      }
    }

    /**
     * Shows words for a moment, painted or not.
     * @param {Range} range
     */
    flash(range) {
      this.#stopFlash();
      this.#add("flash", PRIORITY.flash, range.cloneRange());
      this.#flashTimer = window.setTimeout(() => this.#stopFlash(), FLASH);
    }

    /**
     * The placement painted at a point of the viewport, if any.
     * @param {number} x
     * @param {number} y
     */
    at(x, y) {
      const hits = CSS.highlights.highlightsFromPoint(x, y).flatMap(({ ranges }) => ranges);
      return hits.map((range) => this.#placements.get(range)).find(Boolean) ?? null;
    }

    /**
     * @param {string} kind
     * @param {number} priority
     * @param {Range} range
     */
    #add(kind, priority, range) {
      const element = /** @type {Element} */ (range.startContainer.parentElement);
      const name = `rolelight-${kind}-${this.#schemeUnder(element)}`;
      const group = this.#groups.get(name) ?? new Highlight();
      group.priority = priority;
      group.add(range);
      this.#groups.set(name, group);
      CSS.highlights.set(name, group);
    }

    #clear() {
      for (const name of this.#groups.keys()) CSS.highlights.delete(name);
      this.#groups.clear();
      this.#placements.clear();
    }

    #stopFlash() {
      window.clearTimeout(this.#flashTimer);
      for (const scheme of ["light", "dark"]) {
        CSS.highlights.delete(`rolelight-flash-${scheme}`);
        this.#groups.delete(`rolelight-flash-${scheme}`);
      }
    }
  }

  /**
   * Whether a highlight counts and passes the filters.
   * @param {Wire.Highlight} highlight
   * @param {Shown} shown
   */
  function isOnShow(highlight, { role, hidden }) {
    const direction = directionFor(highlight, role);
    return !isAside(highlight) && passes({ kind: highlight.kind, direction }, hidden);
  }

  return { Painter, isOnShow };
})();
