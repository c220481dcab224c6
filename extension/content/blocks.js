// @ts-check
/**
 * The block rule on the live page (docs/architecture.md, "Blocks"): which elements are blocks, their
 * numbers, and their collapsed text with the way back to the text nodes. Changes nothing on the page.
 */
var rolelightBlocks = (() => {
  const ELEMENT = 1;
  const TEXT = 3;

  /**
   * Finds what is no part of the profile: what the rules leave out where they know the page's markup.
   * @param {CaptureRules} rules
   * @returns {Set<Element>}
   */
  function findExcluded({ left_out }) {
    const known = left_out.filter((group) => document.querySelector(group.where));
    const selectors = known.flatMap((group) => group.elements);
    return new Set(selectors.length ? document.querySelectorAll(selectors.join(",")) : []);
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
    const space = new Set(rules.whitespace);
    const blockClass = new RegExp(`(?<!\\S)(?:${rules.block_classes.join("|")})(?!\\S)`);
    const droppedWith = new Map(Object.entries(rules.dropped_with_attribute));
    const hasAny = (/** @type {Element} */ element, /** @type {string[]} */ names) =>
      names.some((name) => element.hasAttribute(name));
    return {
      isBlock: (element) =>
        blockTags.has(element.localName) ||
        hasAny(element, rules.block_attributes) ||
        blockClass.test(element.getAttribute("class") ?? ""),
      isDropped: (element) =>
        droppedTags.has(element.localName) ||
        excluded.has(element) ||
        hasAny(element, droppedWith.get(element.localName) ?? []),
      isSpace: (character) => space.has(character),
      hasText: new RegExp(`[^${rules.whitespace}]`),
    };
  }

  /**
   * Visits the nodes below a root in document order, without recursion, so that no depth is too much.
   * @param {Node} root
   * @param {(node: Node) => boolean} enter says whether to go into the node
   * @param {(node: Node) => void} [leave] is told of each node that was gone into
   */
  function walk(root, enter, leave = () => {}) {
    let node = /** @type {Node | null} */ (root.firstChild);
    while (node) {
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
   * The captured root: the one <main> of the page where it holds a profile of known markup, otherwise <body>.
   * @param {CaptureRules} rules
   * @returns {Element}
   */
  function findRoot(rules) {
    const excluded = findExcluded(rules);
    const isPart = (/** @type {Element | null} */ element) => {
      for (let above = element; above; above = above.parentElement) if (excluded.has(above)) return false;
      return true;
    };
    const [main, another] = [...document.getElementsByTagName("main")].filter(isPart);
    const marks = rules.marks_of_main.join(",");
    return main && !another && (main.matches(marks) || main.querySelector(marks)) ? main : document.body;
  }

  /**
   * Numbers the blocks that have text, from 1 in document order.
   * @param {Element} root
   * @param {BlockRule} rule
   * @returns {Map<string, Element>} by block id
   */
  function numberBlocks(root, rule) {
    /** @type {Map<Node, Element>} the block that each element belongs to, in document order */
    const owners = new Map([[root, root]]);
    const withText = new Set();
    walk(root, (node) => {
      const owner = /** @type {Element} */ (owners.get(/** @type {Node} */ (node.parentNode)));
      if (node.nodeType === TEXT && rule.hasText.test(/** @type {Text} */ (node).data)) {
        withText.add(owner);
      }
      if (node.nodeType !== ELEMENT) return false;
      const element = /** @type {Element} */ (node);
      if (rule.isDropped(element)) return false;
      owners.set(element, rule.isBlock(element) ? element : owner);
      return true;
    });
    const blocks = [...owners.values()].filter((element) => withText.delete(element));
    return new Map(blocks.map((element, index) => [String(index + 1), element]));
  }

  /**
   * A block's own text nodes in document order; null stands for a <br> or a nested block.
   * @param {Element} block
   * @param {BlockRule} rule
   */
  function partsOf(block, rule) {
    /** @type {(Text | null)[]} */
    const parts = [];
    walk(block, (node) => {
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
   * Collapses white space over a block's parts, and remembers where each unit came from. Works on UTF-16
   * units, as the server's offsets do; a lone surrogate is U+FFFD there, and so it is here.
   * @param {(Text | null)[]} parts
   * @param {(character: string) => boolean} isSpace
   * @returns {BlockText}
   */
  function collapse(parts, isSpace) {
    /** @type {BlockText} */
    const collapsed = { text: "", nodes: [], offsets: [] };
    let text = "";
    let spaceAt = null;
    for (const node of parts) {
      const data = node ? node.data : " ";
      for (let offset = 0; offset < data.length; offset += 1) {
        if (isSpace(data[offset])) {
          spaceAt ??= { node, offset };
          continue;
        }
        if (spaceAt && text) {
          text += " ";
          collapsed.nodes.push(spaceAt.node);
          collapsed.offsets.push(spaceAt.offset);
        }
        spaceAt = null;
        text += data[offset];
        collapsed.nodes.push(node);
        collapsed.offsets.push(offset);
      }
    }
    collapsed.text = text.toWellFormed();
    return collapsed;
  }

  /**
   * Reads a block's text as it stands on the page now.
   * @param {Element} block
   * @param {BlockRule} rule
   */
  const readBlock = (block, rule) => collapse(partsOf(block, rule), rule.isSpace);

  return { findExcluded, makeRule, findRoot, walk, numberBlocks, collapse, readBlock };
})();
