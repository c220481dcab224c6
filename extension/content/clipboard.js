// @ts-check
/**
 * Puts text on the clipboard, plain and rich. By the copy event and not by navigator.clipboard, which pages
 * without TLS do not have and a page's permissions policy can switch off.
 */
var rolelightClipboard = (() => {
  /**
   * Copies on a press of the user's.
   * @param {{ text: string, html: string }} content
   * @returns {boolean} whether the browser took it
   */
  function copy({ text, html }) {
    let isTaken = false;
    const fill = (/** @type {ClipboardEvent} */ event) => {
      event.stopImmediatePropagation(); // what is copied is not for the page to see
      event.preventDefault();
      event.clipboardData?.setData("text/plain", text);
      event.clipboardData?.setData("text/html", html);
      isTaken = event.clipboardData !== null;
    };
    window.addEventListener("copy", fill, { capture: true, once: true });
    document.execCommand("copy");
    window.removeEventListener("copy", fill, { capture: true });
    return isTaken;
  }

  return { copy };
})();
