// @ts-check
/** Goes through the evidence in the order of the page, forth and back. */
var rolelightSteps = (() => {
  const { isOnShow } = rolelightHighlights;

  /**
   * What can be gone to, from the top of the page to its end.
   * @param {Shown} shown
   * @returns {Placement[]}
   */
  function inPageOrder(shown) {
    const found = shown.placements.filter(({ range, highlight }) => range && isOnShow(highlight, shown));
    return found.sort((one, other) => /** @type {Range} */ (one.range)
      .compareBoundaryPoints(Range.START_TO_START, /** @type {Range} */ (other.range)));
  }

  /**
   * The step from one highlight to the next, round from the end to the beginning.
   * @param {Shown} shown
   * @param {string} from the id of the highlight last gone to, or nothing
   * @param {1 | -1} by
   * @returns {{ placement: Placement, number: number, count: number } | null}
   */
  function step(shown, from, by) {
    const order = inPageOrder(shown);
    if (order.length === 0) return null;
    const at = order.findIndex(({ highlight }) => highlight.id === from);
    const start = at < 0 && by < 0 ? 0 : at;
    const next = (start + by + order.length) % order.length;
    return { placement: order[next], number: next + 1, count: order.length };
  }

  /**
   * Brings words to the middle of the window.
   * @param {Range} range
   */
  function scrollTo(range) {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const element = range.startContainer.parentElement;
    element?.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  }

  return { step, scrollTo };
})();
