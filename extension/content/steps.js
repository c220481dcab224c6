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
   * The step from one highlight to the next, round from the end to the beginning. The one before may have
   * been set aside or filtered since: its place on the page still counts.
   * @param {Shown} shown
   * @param {Placement | null} from the one that was last gone to
   * @param {1 | -1} by
   * @returns {{ placement: Placement, number: number, count: number } | null}
   */
  function step(shown, from, by) {
    const order = inPageOrder(shown);
    if (order.length === 0) return null;
    const after = order.findIndex((one) => isBehind(one, from));
    const before = order.findLastIndex((one) => !isBehind(one, from) && one.highlight.id !== from?.highlight.id);
    const next = by > 0 ? Math.max(after, 0) : (before + order.length) % order.length;
    return { placement: order[next], number: next + 1, count: order.length };
  }

  /**
   * Whether words stand behind others on the page; behind nothing, all do.
   * @param {Placement} one
   * @param {Placement | null} other
   */
  function isBehind({ range, highlight }, other) {
    if (!range || !other?.range?.startContainer.isConnected) return true;
    const order = range.compareBoundaryPoints(Range.START_TO_START, other.range);
    return order > 0 || (order === 0 && Number(highlight.id.slice(1)) > Number(other.highlight.id.slice(1)));
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
