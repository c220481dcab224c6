// @ts-check
/** The text of a block on the live page, collapsed as the server does it, with the way back to the text nodes. */
var rolelightTexts = (() => {
  const { walk } = rolelightBlocks;
  const ELEMENT = 1;
  const TEXT = 3;

  /**
   * A block's own text nodes in document order; null stands for a <br> or a nested block.
   * @param {Element} block
   * @param {BlockRule} rule
   * @returns {Work<(Text | null)[]>}
   */
  function* partsOf(block, rule) {
    /** @type {(Text | null)[]} */
    const parts = [];
    yield* walk(block, (node) => {
      if (node.nodeType === TEXT) parts.push(/** @type {Text} */ (node));
      if (node.nodeType !== ELEMENT) return false;
      const element = /** @type {Element} */ (node);
      if (rule.isDropped(element)) return false;
      const isBreak = element.localName === "br" || rule.isBlock(element);
      if (isBreak) parts.push(null);
      return !isBreak;
    });
    return parts;
  }

  /**
   * Collapses white space over a block's parts, and remembers how to find each unit again. Works on UTF-16
   * units, as the server's offsets do; a lone surrogate is U+FFFD there, and so it is here.
   * @param {(Text | null)[]} parts
   * @param {BlockRule} rule
   * @returns {BlockText}
   */
  function collapse(parts, { gaps, spaces }) {
    const starts = [];
    let whole = "";
    for (const part of parts) {
      starts.push(whole.length);
      whole += part ? part.data : " ";
    }
    let gone = 0;
    /** @type {BlockText["gaps"]} */
    const shrunk = [];
    const text = whole.replace(gaps, (gap, /** @type {number} */ at) => {
      const kept = at && at + gap.length < whole.length ? " " : "";
      const unit = at - gone + kept.length;
      gone += gap.length - kept.length;
      shrunk.push({ unit, gone });
      return kept;
    });
    return { text: text.replace(spaces, " ").toWellFormed(), parts, starts, gaps: shrunk };
  }

  /**
   * The text node and the offset that a unit of a block's text came from; of a gap, where it begins.
   * @param {BlockText} block
   * @param {number} unit
   */
  function sourceOf({ parts, starts, gaps }, unit) {
    const before = lastIndex(gaps.length, (index) => gaps[index].unit <= unit);
    const at = unit + (before < 0 ? 0 : gaps[before].gone);
    const part = lastIndex(starts.length, (index) => starts[index] <= at);
    return { node: parts[part], offset: at - starts[part] };
  }

  /**
   * The last of some indexes in order for which something holds that holds for all before it; -1 for none.
   * @param {number} count
   * @param {(index: number) => boolean} holds
   */
  function lastIndex(count, holds) {
    let [low, high] = [0, count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (holds(middle)) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /**
   * Reads a block's text as it stands on the page now.
   * @param {Element} block
   * @param {BlockRule} rule
   * @returns {Work<BlockText>}
   */
  function* readBlock(block, rule) {
    return collapse(yield* partsOf(block, rule), rule);
  }

  return { collapse, sourceOf, readBlock };
})();
