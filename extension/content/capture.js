// @ts-check
/**
 * Takes the capture: a trimmed copy of the page's main part as HTML, with the blocks numbered on the copy
 * alone. The page itself is not changed.
 */
var rolelightCapture = (() => {
  const { findExcluded, makeRule, findRoot, walk, numberBlocks } = rolelightBlocks;
  const ELEMENT = 1;
  const TEXT = 3;

  /** The server takes no more; to send it would only cost time. */
  const MOST_CHARACTERS = 5_000_000;

  /** Elements without an end tag that a capture may hold. */
  const VOID = new Set(["area", "base", "br", "col", "hr", "img", "link", "meta", "param", "source", "wbr"]);

  const ESCAPES = /** @type {Record<string, string>} */ ({
    "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;",
  });

  /**
   * Takes the capture of the page, in two steps so that the page stays at hand in between.
   * @param {CaptureRules} rules
   * @returns {Promise<{ capture: Wire.Capture, blocks: Map<string, Element> }>} the blocks stay in memory,
   *   by id
   * @throws an error with the code `page_too_large`
   */
  async function takeCapture(rules) {
    const rule = makeRule(rules, findExcluded(rules));
    const root = findRoot(rules);
    const blocks = numberBlocks(root, rule);
    await scheduler.yield();
    const html = copyPage(root, copyTree(root, blocks, rules, rule), rules);
    if (html.length > MOST_CHARACTERS) {
      throw Object.assign(new Error("page too large"), { code: "page_too_large" });
    }
    const url = location.href.split("#")[0];
    return { capture: { html, url, lang: document.documentElement.lang }, blocks };
  }

  /**
   * Puts the copied root into the shells of its ancestors, with the kept items of the head.
   * @param {Element} root
   * @param {string} copy
   * @param {CaptureRules} rules
   */
  function copyPage(root, copy, rules) {
    const startTag = tagMaker(rules);
    let html = copy;
    for (let above = root.parentElement; above; above = above.parentElement) {
      if (above === document.documentElement) html = copyHead(rules, startTag) + html;
      html = `${startTag(above)}${html}</${above.localName}>`;
    }
    return html;
  }

  /**
   * Gives the function that writes an element's start tag, with the attributes that a capture keeps.
   * Of class names that a build made up, which are most of some pages, it tells only that there are any.
   * @param {CaptureRules} rules
   */
  function tagMaker(rules) {
    /** @type {Map<string, boolean>} */
    const kept = new Map(rules.kept_attributes.map((name) => [name, true]));
    kept.set("data-rl-block", false);
    const isKept = (/** @type {string} */ name) => {
      const known = kept.get(name);
      if (known !== undefined) return known;
      const answer = rules.kept_attribute_prefixes.some((prefix) => name.startsWith(prefix));
      kept.set(name, answer);
      return answer;
    };
    const hashed = new RegExp(`(?<!\\S)${rules.hashed_class}(?:\\s+${rules.hashed_class})*(?!\\S)`, "g");
    return (/** @type {Element} */ element, /** @type {string | undefined} */ id = undefined) => {
      let tag = `<${element.localName}`;
      if (id) tag += ` data-rl-block="${id}"`;
      for (const { name, value } of element.attributes) {
        if (!isKept(name)) continue;
        tag += ` ${name}="${escape(name === "class" ? value.replace(hashed, "_") : value)}"`;
      }
      return `${tag}>`;
    };
  }

  /** @param {string} text */
  const escape = (text) => text.replace(/[&<>"]/g, (character) => ESCAPES[character]);

  /**
   * Copies the items of the head that a capture keeps.
   * @param {CaptureRules} rules
   * @param {(element: Element) => string} startTag
   */
  function copyHead(rules, startTag) {
    const items = [...document.head.querySelectorAll(rules.kept_head.join(","))].map((item) => {
      const end = VOID.has(item.localName) ? "" : `${escape(item.textContent)}</${item.localName}>`;
      return startTag(item) + end;
    });
    return `<head>${items.join("")}</head>`;
  }

  /**
   * Copies a tree, leaving out what does not exist for the block rule and elements that hold nothing.
   * An empty block stands for a space, so blocks are kept even when they are empty.
   * @param {Element} root
   * @param {Map<string, Element>} blocks
   * @param {CaptureRules} rules
   * @param {BlockRule} rule
   */
  function copyTree(root, blocks, rules, rule) {
    const ids = new Map([...blocks].map(([id, element]) => [element, id]));
    const keptEmpty = new Set(rules.kept_empty);
    const startTag = tagMaker(rules);
    const html = [startTag(root, ids.get(root))];
    /** Start tags of the open elements; those from `written` on wait for something to hold. */
    const open = /** @type {string[]} */ ([]);
    let written = 0;
    const write = (/** @type {string} */ text) => {
      for (; written < open.length; written += 1) html.push(open[written]);
      html.push(text);
    };
    walk(root, (node) => {
      if (node.nodeType === TEXT) write(copyText(/** @type {Text} */ (node).data, rule));
      if (node.nodeType !== ELEMENT) return false;
      const element = /** @type {Element} */ (node);
      if (rule.isDropped(element)) return false;
      open.push(startTag(element, ids.get(element)));
      if (keptEmpty.has(element.localName) || rule.isBlock(element)) write("");
      return true;
    }, (node) => {
      const { localName } = /** @type {Element} */ (node);
      open.pop();
      if (written > open.length && !VOID.has(localName)) html.push(`</${localName}>`);
      written = Math.min(written, open.length);
    });
    return `${html.join("")}</${root.localName}>`;
  }

  /**
   * Copies a text; white space between tags (most of a page's indentation) shrinks to one character.
   * @param {string} text
   * @param {BlockRule} rule
   */
  function copyText(text, rule) {
    if (rule.hasText.test(text)) return escape(text);
    return text.includes("\n") ? "\n" : text && " ";
  }

  return { takeCapture };
})();
