// @ts-check
/**
 * The block rule on the live page (docs/architecture.md, "Blocks"): which elements are blocks, and their
 * numbers. Changes nothing on the page.
 */
var rolelightBlocks = (() => {
  const ELEMENT = 1;
  const TEXT = 3;

  /** After how many nodes a walk pauses: a small part of a slice, and no more to look up than worth it. */
  const STRIDE = 64;

  /**
   * The part of the page that a capture is taken of: its root, which is the one <main> where that holds a
   * profile of known markup, otherwise <body>; and in it the elements that are no part of the profile, which
   * the rules leave out where they know the page's markup.
   * @param {CaptureRules} rules
   * @returns {{ root: Element, excluded: Set<Element> }}
   */
  function findPart({ left_out, marks_of_main }) {
    const known = left_out.filter((group) => document.querySelector(group.where));
    const selector = known.flatMap((group) => group.elements).join(",");
    const mains = [...document.getElementsByTagName("main")].filter((main) => !main.closest(selector));
    const marks = marks_of_main.join(",");
    const holds = mains.length === 1 && (mains[0].matches(marks) || mains[0].querySelector(marks));
    const root = holds ? mains[0] : document.body;
    return { root, excluded: new Set(root.querySelectorAll(selector)) };
  }

  /**
   * Makes the rules of capture_rules.json quick to ask; it is asked several times for every element.
   * @param {CaptureRules} rules
   * @param {Set<Element>} excluded elements that are no part of the profile
   * @returns {BlockRule}
   */
  function makeRule(rules, excluded) {
    const blockTags = new Set(rules.block_tags);
    const droppedTags = new Set(rules.dropped_tags);
    const blockClass = new RegExp(`(?<!\\S)(?:${rules.block_classes.join("|")})(?!\\S)`);
    const droppedWith = new Map(Object.entries(rules.dropped_with_attribute));
    const space = `[${rules.whitespace}]`;
    const isBlockByAttribute = (/** @type {Element} */ element) => {
      const names = element.getAttribute("class");
      if (names !== null && blockClass.test(names)) return true;
      return rules.block_attributes.some((name) => element.hasAttribute(name));
    };
    return {
      isBlock: (element) => blockTags.has(element.localName) || isBlockByAttribute(element),
      isDropped: (element) =>
        droppedTags.has(element.localName) ||
        excluded.has(element) ||
        (droppedWith.get(element.localName)?.some((name) => element.hasAttribute(name)) ?? false),
      hasText: new RegExp(`[^${rules.whitespace}]`),
      gaps: new RegExp(`^${space}+|${space}{2,}|${space}+$`, "g"),
      spaces: new RegExp(space.replace(" ", ""), "g"),
    };
  }

  /**
   * Visits the nodes below a root in document order, without recursion, so that no depth is too much.
   * @param {Node} root
   * @param {(node: Node) => boolean} enter says whether to go into the node
   * @param {(node: Node) => void} [leave] is told of each node that was gone into
   * @returns {Work<void>}
   */
  function* walk(root, enter, leave = () => {}) {
    let node = /** @type {Node | null} */ (root.firstChild);
    for (let step = 1; node; step += 1) {
      if (step % STRIDE === 0) {
        yield;
        if (!root.contains(node)) throw rolelightSlices.MOVED;
      }
      const isEntered = enter(node);
      if (isEntered && node.firstChild) {
        node = node.firstChild;
        continue;
      }
      if (isEntered) leave(node);
      while (node && !node.nextSibling) {
        node = node.parentNode;
        if (!node || node === root) return;
        leave(node);
      }
      node = node && node.nextSibling;
    }
  }

  /**
   * The root of the captured part.
   * @param {CaptureRules} rules
   */
  const findRoot = (rules) => findPart(rules).root;

  /** Gathers the blocks of a walk in document order, and numbers those that have text. */
  class Numbering {
    /** @param {Element} root */
    constructor(root) {
      this.blocks = [{ element: root, hasText: false }];
      this.open = [...this.blocks];
    }

    /** @param {Element} element a block that is gone into */
    enter(element) {
      const block = { element, hasText: false };
      this.blocks.push(block);
      this.open.push(block);
    }

    /** @param {Node} node one that is left */
    leave(node) {
      if (this.open[this.open.length - 1].element === node) this.open.pop();
    }

    /** The block that is open has text. */
    addText() {
      this.open[this.open.length - 1].hasText = true;
    }

    /** @returns {Map<string, Element>} the blocks with text by their ids, from 1 */
    number() {
      const withText = this.blocks.filter((block) => block.hasText);
      return new Map(withText.map(({ element }, index) => [String(index + 1), element]));
    }
  }

  /**
   * Numbers the blocks that have text, from 1 in document order.
   * @param {Element} root
   * @param {BlockRule} rule
   * @returns {Work<Map<string, Element>>} by block id
   */
  function* numberBlocks(root, rule) {
    const numbering = new Numbering(root);
    yield* walk(root, (node) => {
      if (node.nodeType === TEXT && rule.hasText.test(/** @type {Text} */ (node).data)) numbering.addText();
      if (node.nodeType !== ELEMENT) return false;
      const element = /** @type {Element} */ (node);
      if (rule.isDropped(element)) return false;
      if (rule.isBlock(element)) numbering.enter(element);
      return true;
    }, (node) => numbering.leave(node));
    return numbering.number();
  }

  return { findPart, makeRule, findRoot, walk, Numbering, numberBlocks };
})();
