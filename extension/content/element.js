// @ts-check
/** Makes elements: text goes in as text, never as HTML, and no page script can press our buttons. */
var rolelightElement = (() => {
  /**
   * Makes an element. Attributes that are false or null are left out; true gives an empty one.
   * @template {keyof HTMLElementTagNameMap} Tag
   * @param {Tag} tag
   * @param {Record<string, string | number | boolean | null>} [attributes]
   * @param {...(Node | string | null)} children
   * @returns {HTMLElementTagNameMap[Tag]}
   */
  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value === false || value === null) continue;
      element.setAttribute(name, value === true ? "" : String(value));
    }
    element.append(...children.filter((child) => child !== null));
    return element;
  }

  /**
   * A button that hears the user alone: events made by the page's scripts are not trusted.
   * @param {Record<string, string | number | boolean | null>} attributes
   * @param {() => void} press
   * @param {...(Node | string | null)} children
   */
  function makeButton(attributes, press, ...children) {
    const button = make("button", { type: "button", ...attributes }, ...children);
    button.addEventListener("click", (event) => {
      if (event.isTrusted) press();
    });
    return button;
  }

  /**
   * Text that is only heard.
   * @param {string} text
   */
  const makeHeard = (text) => make("span", { class: "heard" }, text);

  return { make, makeButton, makeHeard };
})();
