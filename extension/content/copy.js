// @ts-check
/** Puts a copy of a tree together as HTML, tag by tag, without elements that hold nothing. */
var rolelightCopy = (() => {
  /** Elements without an end tag that a capture may hold. */
  const VOID = new Set(["area", "base", "br", "col", "hr", "img", "link", "meta", "param", "source", "wbr"]);

  /** A copy in the making. */
  class Copy {
    /** @type {string[]} */
    #parts = [];

    /** @type {string[]} start tags of the open elements; those from #written on wait for something to hold */
    #open = [];

    #written = 0;

    /** @type {Map<Element, number>} where the start tags of those elements stand that hold nothing, too */
    #places = new Map();

    /**
     * @param {Element} element
     * @param {string} tag its start tag
     * @param {boolean} isKept whether it stays also when it holds nothing
     */
    begin(element, tag, isKept) {
      this.#open.push(tag);
      if (!isKept) return;
      this.write("");
      this.#places.set(element, this.#parts.length - 1);
    }

    /** @param {string} text with its special characters escaped */
    write(text) {
      for (; this.#written < this.#open.length; this.#written += 1) this.#parts.push(this.#open[this.#written]);
      if (text) this.#parts.push(text);
    }

    /** @param {string} name of the element that was begun last */
    end(name) {
      this.#open.pop();
      if (this.#written > this.#open.length && !VOID.has(name)) this.#parts.push(`</${name}>`);
      this.#written = Math.min(this.#written, this.#open.length);
    }

    /**
     * Gives the whole copy, with the blocks numbered.
     * @param {Map<string, Element>} blocks by id
     */
    finish(blocks) {
      for (const [id, element] of blocks) {
        const at = /** @type {number} */ (this.#places.get(element));
        const name = `<${element.localName}`;
        this.#parts[at] = `${name} data-rl-block="${id}"${this.#parts[at].slice(name.length)}`;
      }
      return this.#parts.join("");
    }
  }

  return { VOID, Copy };
})();
