// @ts-check
/**
 * Finds a highlight's words on the page: at its block and offsets where the quote stands there, else by
 * the exact quote in its exact context, else nowhere. Nothing is ever painted on a near match.
 */
var rolelightLocate = (() => {
  const { findPart, makeRule, numberBlocks } = rolelightBlocks;
  const { readBlock, sourceOf } = rolelightTexts;

  /** A box no larger than this is one that is hidden from the eye and left for screen readers. */
  const HIDDEN_BOX = 1;

  /**
   * Places highlights in slices. Nothing is written meanwhile, so that the page is laid out but once.
   * @param {Wire.Highlight[]} highlights
   * @param {Map<string, Element>} blocks by id, as they were when the capture was taken
   * @param {CaptureRules} rules
   * @returns {Promise<Placement[]>}
   */
  function placeAll(highlights, blocks, rules) {
    return rolelightSlices.inSlices(function* () {
      const page = new Page(blocks, rules);
      const placements = [];
      for (const highlight of highlights) {
        placements.push(yield* place(highlight, page));
        yield;
      }
      return placements;
    });
  }

  /** The texts of the page as they are now: each is read when first asked for, then kept. */
  class Page {
    /** @type {Map<Element, BlockText>} */
    #texts = new Map();

    /** @type {Element[] | null} */
    #present = null;

    /**
     * @param {Map<string, Element>} blocks by id, as they were when the capture was taken
     * @param {CaptureRules} rules
     */
    constructor(blocks, rules) {
      this.blocks = blocks;
      const { root, excluded } = findPart(rules);
      this.root = root;
      this.rule = makeRule(rules, excluded);
    }

    /**
     * @param {Element} block
     * @returns {Work<BlockText>}
     */
    * read(block) {
      const text = this.#texts.get(block) ?? (yield* readBlock(block, this.rule));
      this.#texts.set(block, text);
      return text;
    }

    /** @returns {Work<Element[]>} the blocks that have text now */
    * present() {
      this.#present ??= [...(yield* numberBlocks(this.root, this.rule)).values()];
      return this.#present;
    }
  }

  /**
   * Decides between the words in the captured block and the same words elsewhere.
   * @param {Wire.Highlight} highlight
   * @param {Page} page
   * @returns {Work<Placement>}
   */
  function* place(highlight, page) {
    const captured = yield* rangeInBlock(highlight, page);
    if (captured && isVisible(captured)) return { highlight, state: "found", range: captured };
    const hits = (yield* search(highlight.quote, page)).filter(isVisible);
    if (hits.length === 1) return { highlight, state: "found", range: hits[0] };
    // Folded text is there but not seen: it shows its highlight when the user unfolds it.
    if (captured) return { highlight, state: "found", range: captured };
    return { highlight, state: hits.length ? "ambiguous" : "missing", range: null };
  }

  /**
   * The words in their captured block, or null where the block is gone or says something else now.
   * @param {Wire.Highlight} highlight
   * @param {Page} page
   * @returns {Work<Range | null>}
   */
  function* rangeInBlock({ block: id, start, end, quote }, page) {
    const block = page.blocks.get(id);
    if (!block?.isConnected) return null;
    const text = yield* page.read(block);
    const isThere = end > start && text.text.slice(start, end) === quote.exact;
    return isThere ? rangeOf(text, { start, end }) : null;
  }

  /**
   * Every place on the page where a quote stands in its context.
   * @param {Wire.Quote} quote
   * @param {Page} page
   * @returns {Work<Range[]>}
   */
  function* search(quote, page) {
    const ranges = [];
    for (const block of yield* page.present()) {
      const text = yield* page.read(block);
      ranges.push(...findQuote(text.text, quote).map((place) => rangeOf(text, place)));
      yield;
    }
    return ranges;
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
  function rangeOf(text, { start, end }) {
    const [first, last] = [sourceOf(text, start), sourceOf(text, end - 1)];
    const range = document.createRange();
    range.setStart(/** @type {Text} */ (first.node), first.offset);
    range.setEnd(/** @type {Text} */ (last.node), last.offset + 1);
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
  function isLost({ range, highlight }, { whitespace }) {
    if (!range || range.collapsed || !range.startContainer.isConnected) return true;
    const words = range.toString();
    if (words === highlight.quote.exact) return false;
    space ??= new RegExp(`[${whitespace}]+`, "g");
    return bare(words) !== bare(highlight.quote.exact);
  }

  /** @type {RegExp | undefined} made once, for there is but one list of white space */
  let space;

  /** @param {string} text */
  const bare = (text) => text.toWellFormed().replace(/** @type {RegExp} */ (space), "");

  return { placeAll, findQuote, isLost };
})();
