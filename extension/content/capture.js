// @ts-check
/**
 * Takes the capture: a trimmed copy of the page's main part, in an inert document, with the blocks
 * numbered on the copy alone. The page itself is not changed.
 */
var rolelightCapture = (() => {
  const { makeRule, findRoot, walk, numberBlocks } = rolelightBlocks;
  const ELEMENT = 1;
  const TEXT = 3;

  /** The server takes no more; to send it would only cost time. */
  const MOST_CHARACTERS = 5_000_000;

  /**
   * Takes the capture of the page.
   * @param {CaptureRules} rules
   * @returns {{ capture: Wire.Capture, blocks: Map<string, Element> }} the blocks stay in memory, by id
   * @throws an error with the code `page_too_large`
   */
  function takeCapture(rules) {
    const rule = makeRule(rules);
    const root = findRoot();
    const excluded = new Set(document.querySelectorAll(rules.other_extensions.join(",")));
    const blocks = numberBlocks(root, rule, excluded);
    const html = copyPage(root, blocks, { rules, rule, excluded }).outerHTML;
    if (html.length > MOST_CHARACTERS) {
      throw Object.assign(new Error("page too large"), { code: "page_too_large" });
    }
    const url = location.href.split("#")[0];
    return { capture: { html, url, lang: document.documentElement.lang }, blocks };
  }

  /** @typedef {{ rules: CaptureRules, rule: BlockRule, excluded: Set<Element> }} Trim */

  /**
   * The copy of the root inside the shells of its ancestors, with the kept items of the head.
   * @param {Element} root
   * @param {Map<string, Element>} blocks
   * @param {Trim} trim
   */
  function copyPage(root, blocks, trim) {
    // Importing into a document without a window loads no image and wakes no custom element.
    const inert = document.implementation.createHTMLDocument("");
    const shell = makeShell(inert, trim.rules);
    let copy = copyTree(root, blocks, trim, shell);
    for (let above = root.parentElement; above; above = above.parentElement) {
      const outer = shell(above);
      if (above === document.documentElement) outer.append(copyHead(trim.rules, shell));
      outer.append(copy);
      copy = outer;
    }
    return copy;
  }

  /**
   * Gives the function that copies one element without its children and without unwanted attributes.
   * @param {Document} inert
   * @param {CaptureRules} rules
   */
  function makeShell(inert, rules) {
    const names = new Set(rules.kept_attributes);
    const isKept = (/** @type {string} */ name) =>
      names.has(name) || rules.kept_attribute_prefixes.some((prefix) => name.startsWith(prefix));
    return (/** @type {Element} */ element) => {
      const copy = inert.importNode(element, false);
      copy.removeAttribute("data-rl-block");
      for (const name of copy.getAttributeNames()) {
        if (!isKept(name)) copy.removeAttribute(name);
      }
      return copy;
    };
  }

  /**
   * Copies the items of the head that a capture keeps.
   * @param {CaptureRules} rules
   * @param {(element: Element) => Element} shell
   */
  function copyHead(rules, shell) {
    const head = shell(document.head);
    for (const item of document.head.querySelectorAll(rules.kept_head.join(","))) {
      const copy = shell(item);
      copy.textContent = item.textContent;
      head.append(copy);
    }
    return head;
  }

  /**
   * Copies a tree, leaving out what does not exist for the block rule and elements that hold nothing.
   * An empty block stands for a space, so blocks are kept even when they are empty.
   * @param {Element} root
   * @param {Map<string, Element>} blocks
   * @param {Trim} trim
   * @param {(element: Element) => Element} shell
   */
  function copyTree(root, blocks, { rules, rule, excluded }, shell) {
    const ids = new Map([...blocks].map(([id, element]) => [element, id]));
    const keptEmpty = new Set(rules.kept_empty);
    const copyOf = (/** @type {Element} */ element) => {
      const copy = shell(element);
      const id = ids.get(element);
      if (id) copy.setAttribute("data-rl-block", id);
      return copy;
    };
    /** @type {Map<Node, Element>} */
    const copies = new Map([[root, copyOf(root)]]);
    /** Puts a node where it belongs, after its ancestors that have waited for something to hold. */
    const attach = (/** @type {Node} */ copy, /** @type {Node} */ original) => {
      for (let above = original.parentNode; above; above = above.parentNode) {
        const parent = /** @type {Element} */ (copies.get(above));
        parent.append(copy);
        if (above === root || parent.parentNode) return;
        copy = parent;
      }
    };
    walk(root, (node) => {
      if (node.nodeType === TEXT) attach(copyText(/** @type {Text} */ (node), rule), node);
      if (node.nodeType !== ELEMENT) return false;
      const element = /** @type {Element} */ (node);
      if (rule.isDropped(element) || excluded.has(element)) return false;
      const copy = copyOf(element);
      copies.set(element, copy);
      if (keptEmpty.has(element.localName) || rule.isBlock(element)) attach(copy, element);
      return true;
    });
    return /** @type {Element} */ (copies.get(root));
  }

  /**
   * Copies a text; white space between tags (most of a page's indentation) shrinks to one character.
   * @param {Text} node
   * @param {BlockRule} rule
   */
  function copyText(node, rule) {
    if (rule.hasText.test(node.data)) return new Text(node.data);
    return new Text(node.data.includes("\n") ? "\n" : node.data && " ");
  }

  return { takeCapture };
})();
