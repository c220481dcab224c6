// @ts-check
/**
 * Takes the capture: a trimmed copy of the page's main part as HTML, with the blocks numbered on the copy
 * alone. The page itself is not changed.
 */
var rolelightCapture = (() => {
  const { findPart, makeRule, walk, Numbering } = rolelightBlocks;
  const { VOID, Copy } = rolelightCopy;
  const { escape, addressMaker, tagMaker } = rolelightTags;
  const { addressOf } = rolelightAddress;
  const ELEMENT = 1;
  const TEXT = 3;

  /** The server takes no more; to send it would only cost time. */
  const MOST_CHARACTERS = 5_000_000;

  /**
   * Takes the capture of the page, in slices so that the page stays at hand in between.
   * @param {CaptureRules} rules
   * @returns {Promise<{ capture: Wire.Capture, blocks: Map<string, Element> }>} the blocks stay in memory,
   *   by id
   * @throws an error with the code `page_too_large`
   */
  async function takeCapture(rules) {
    const { root, excluded } = findPart(rules);
    const rule = makeRule(rules, excluded);
    const startTag = tagMaker(rules);
    const { copy, blocks } = await rolelightSlices.inSlices(() => copyTree(root, rules, rule, startTag));
    const html = copyPage(root, copy, rules, startTag);
    if (html.length > MOST_CHARACTERS) {
      throw Object.assign(new Error("page too large"), { code: "page_too_large" });
    }
    const url = addressMaker(rules)(addressOf());
    return { capture: { html, url, lang: document.documentElement.lang }, blocks };
  }

  /**
   * Puts the copied root into the shells of its ancestors, with the kept items of the head.
   * @param {Element} root
   * @param {string} copy
   * @param {CaptureRules} rules
   * @param {StartTag} startTag
   */
  function copyPage(root, copy, rules, startTag) {
    let html = copy;
    for (let above = root.parentElement; above; above = above.parentElement) {
      if (above === document.documentElement) html = copyHead(rules, startTag) + html;
      html = `${startTag(above)}${html}</${above.localName}>`;
    }
    return html;
  }

  /**
   * Copies the items of the head that a capture keeps.
   * @param {CaptureRules} rules
   * @param {StartTag} startTag
   */
  function copyHead(rules, startTag) {
    const dropped = new RegExp(rules.dropped_of_title);
    const items = [...document.head.querySelectorAll(rules.kept_head.join(","))].map((item) => {
      if (VOID.has(item.localName)) return startTag(item);
      return `${startTag(item)}${escape(item.textContent.replace(dropped, ""))}</${item.localName}>`;
    });
    return `<head>${items.join("")}</head>`;
  }

  /**
   * Copies a tree, leaving out what does not exist for the block rule and elements that hold nothing.
   * An empty block stands for a space, so blocks are kept even when they are empty.
   * @param {Element} root
   * @param {CaptureRules} rules
   * @param {BlockRule} rule
   * @param {StartTag} startTag
   * @returns {Work<{ copy: string, blocks: Map<string, Element> }>}
   */
  function* copyTree(root, rules, rule, startTag) {
    const keptEmpty = new Set(rules.kept_empty);
    const numbering = new Numbering(root);
    const copy = new Copy();
    copy.begin(root, startTag(root), true);
    yield* walk(root, (node) => {
      if (node.nodeType === TEXT) copyText(/** @type {Text} */ (node).data, copy, numbering, rule);
      if (node.nodeType !== ELEMENT) return false;
      const element = /** @type {Element} */ (node);
      if (rule.isDropped(element)) return false;
      const isBlock = rule.isBlock(element);
      if (isBlock) numbering.enter(element);
      copy.begin(element, startTag(element), isBlock || keptEmpty.has(element.localName));
      return true;
    }, (node) => {
      numbering.leave(node);
      copy.end(/** @type {Element} */ (node).localName);
    });
    copy.end(root.localName);
    const blocks = numbering.number();
    return { copy: copy.finish(blocks), blocks };
  }

  /**
   * Copies a text; white space between tags (most of a page's indentation) shrinks to one character.
   * @param {string} text
   * @param {InstanceType<typeof Copy>} copy
   * @param {InstanceType<typeof Numbering>} numbering
   * @param {BlockRule} rule
   */
  function copyText(text, copy, numbering, rule) {
    if (!rule.hasText.test(text)) return copy.write(text.includes("\n") ? "\n" : text && " ");
    numbering.addText();
    copy.write(escape(text));
  }

  return { takeCapture };
})();
