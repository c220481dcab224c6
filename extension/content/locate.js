// @ts-check
/**
 * Finds a highlight's words on the page: at its block and offsets where the quote stands there, else by
 * the exact quote in its exact context, else nowhere. Nothing is ever painted on a near match.
 */
var rolelightLocate = (() => {
  const { findExcluded, makeRule, findRoot, numberBlocks, readBlock } = rolelightBlocks;

  /** A box no larger than this is one that is hidden from the eye and left for screen readers. */
  const HIDDEN_BOX = 1;

  /**
   * Makes the function that places highlights. Blocks are read when first asked for, then kept, so use a
   * new one after the page has changed.
   * @param {Map<string, Element>} blocks by id, as they were when the capture was taken
   * @param {CaptureRules} rules
   * @returns {(highlight: Wire.Highlight) => Placement}
   */
  function makeLocator(blocks, rules) {
    const rule = makeRule(rules, findExcluded(rules));
    /** @type {Map<Element, BlockText>} */
    const texts = new Map();
    const read = (/** @type {Element} */ block) => {
      const text = texts.get(block) ?? readBlock(block, rule);
      texts.set(block, text);
      return text;
    };
    /** @type {Element[] | null} */
    let present = null;
    const search = (/** @type {Wire.Quote} */ quote) => {
      present ??= [...numberBlocks(findRoot(rules), rule).values()];
      return present
        .flatMap((block) => findQuote(read(block).text, quote).map((at) => rangeOf(read(block), at)))
        .filter(isVisible);
    };
    return (highlight) => place(highlight, rangeInBlock(highlight, blocks, read), search);
  }

  /**
   * Decides between the words in the captured block and the same words elsewhere.
   * @param {Wire.Highlight} highlight
   * @param {Range | null} captured
   * @param {(quote: Wire.Quote) => Range[]} search
   * @returns {Placement}
   */
  function place(highlight, captured, search) {
    if (captured && isVisible(captured)) return { highlight, state: "found", range: captured };
    const hits = search(highlight.quote);
    if (hits.length === 1) return { highlight, state: "found", range: hits[0] };
    // Folded text is there but not seen: it shows its highlight when the user unfolds it.
    if (captured) return { highlight, state: "found", range: captured };
    return { highlight, state: hits.length ? "ambiguous" : "missing", range: null };
  }

  /**
   * The words in their captured block, or null where the block is gone or says something else now.
   * @param {Wire.Highlight} highlight
   * @param {Map<string, Element>} blocks
   * @param {(block: Element) => BlockText} read
   */
  function rangeInBlock(highlight, blocks, read) {
    const block = blocks.get(highlight.block);
    if (!block?.isConnected) return null;
    const text = read(block);
    const { start, end, quote } = highlight;
    return end > start && text.text.slice(start, end) === quote.exact
      ? rangeOf(text, { start, end })
      : null;
  }

  /**
   * Every place where a quote stands in its context. A quote without prefix begins its block, and one
   * without suffix ends it.
   * @param {string} text
   * @param {Wire.Quote} quote
   */
  function findQuote(text, { exact, prefix, suffix }) {
    const places = [];
    for (let at = text.indexOf(exact); exact && at >= 0; at = text.indexOf(exact, at + 1)) {
      const end = at + exact.length;
      const fitsBefore = prefix ? text.slice(0, at).endsWith(prefix) : at === 0;
      const fitsAfter = suffix ? text.startsWith(suffix, end) : end === text.length;
      if (fitsBefore && fitsAfter) places.push({ start: at, end });
    }
    return places;
  }

  /**
   * The range of some units of a block's collapsed text.
   * @param {BlockText} text
   * @param {{ start: number, end: number }} units
   * @returns {Range}
   */
  function rangeOf({ nodes, offsets }, { start, end }) {
    const last = end - 1;
    const range = document.createRange();
    range.setStart(/** @type {Text} */ (nodes[start]), offsets[start]);
    range.setEnd(/** @type {Text} */ (nodes[last]), offsets[last] + 1);
    return range;
  }

  /**
   * Whether the eye can see a range's words. The box of the words themselves does not tell: a text hidden
   * for screen readers has its full size inside a parent of one pixel.
   * @param {Range} range
   */
  function isVisible(range) {
    let element = range.startContainer.parentElement;
    if (!element?.checkVisibility({ visibilityProperty: true })) return false;
    while (element && getComputedStyle(element).display === "contents") element = element.parentElement;
    const box = element?.getBoundingClientRect();
    return box !== undefined && box.width > HIDDEN_BOX && box.height > HIDDEN_BOX;
  }

  /**
   * Whether a placement's range has lost its words because the page replaced or changed their text.
   * @param {Placement} placement
   * @param {CaptureRules} rules
   */
  function isLost({ range, highlight }, rules) {
    if (!range || range.collapsed || !range.startContainer.isConnected) return true;
    const bare = (/** @type {string} */ text) =>
      text.toWellFormed().replace(new RegExp(`[${rules.whitespace}]+`, "g"), "");
    return bare(range.toString()) !== bare(highlight.quote.exact);
  }

  return { makeLocator, findQuote, isLost };
})();
