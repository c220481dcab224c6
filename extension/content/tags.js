// @ts-check
/** Start tags as a capture has them: with the attributes that it keeps, and addresses cut to what it keeps. */
var rolelightTags = (() => {
  const ESCAPES = /** @type {Record<string, string>} */ ({
    "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;",
  });

  /** @param {string} text */
  const escape = (text) => text.replace(/[&<>"]/g, (character) => ESCAPES[character]);

  /**
   * Gives the function that writes an element's start tag, with the attributes that a capture keeps.
   * Of class names that a build made up, which are most of some pages, it tells only that there are any.
   * @param {CaptureRules} rules
   * @returns {StartTag}
   */
  function tagMaker(rules) {
    const cleanClass = classCleaner(rules);
    const keptAddress = addressMaker(rules);
    const isKept = attributeTest(rules);
    const valueOf = (/** @type {string} */ name, /** @type {string} */ value) => {
      if (name === "class") return cleanClass(value);
      return rules.address_attributes.includes(name) ? keptAddress(value) : value;
    };
    return (element) => {
      let tag = `<${element.localName}`;
      for (const name of element.getAttributeNames()) {
        if (isKept(name)) tag += ` ${name}="${escape(valueOf(name, element.getAttribute(name) ?? ""))}"`;
      }
      return `${tag}>`;
    };
  }

  /**
   * Gives the function that puts one sign for class names that a build made up. Where there are no others, as
   * nearly everywhere on such a page, one pass tells.
   * @param {CaptureRules} rules
   */
  function classCleaner({ hashed_class: hashed }) {
    const all = new RegExp(`^\\s*(?:${hashed})(?:\\s+(?:${hashed}))*\\s*$`);
    const some = new RegExp(`(?<!\\S)(?:${hashed})(?:\\s+(?:${hashed}))*(?!\\S)`, "g");
    return (/** @type {string} */ names) => (all.test(names) ? "_" : names.replace(some, "_"));
  }

  /**
   * Gives the function that says whether an attribute is kept; it looks up each name once.
   * @param {CaptureRules} rules
   */
  function attributeTest(rules) {
    /** @type {Map<string, boolean>} */
    const known = new Map(rules.kept_attributes.map((name) => [name, true]));
    known.set("data-rl-block", false); // a page's own would be taken for ours
    return (/** @type {string} */ name) => {
      const isKept = known.get(name) ?? rules.kept_attribute_prefixes.some((prefix) => name.startsWith(prefix));
      known.set(name, isKept);
      return isKept;
    };
  }

  /**
   * Gives the function that cuts an address down to what is kept of it: no query, no fragment, no data.
   * @param {CaptureRules} rules
   */
  function addressMaker(rules) {
    const kept = new RegExp(rules.kept_of_address, "y");
    return (/** @type {string} */ address) => {
      kept.lastIndex = 0;
      return kept.exec(address)?.[0] ?? "";
    };
  }

  return { escape, addressMaker, tagMaker };
})();
