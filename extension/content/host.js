// @ts-check
/**
 * The one element that is added to the page: a plain div (custom elements do not exist for content
 * scripts) on the document element, in the top layer, whose shadow root holds the interface.
 */
var rolelightHost = (() => {
  /** Set on the element itself and important, so that no style sheet of the page can win. */
  const HOST_STYLE = {
    all: "initial", position: "fixed", inset: "0 auto auto 0", width: "0", height: "0", margin: "0",
    padding: "0", border: "0", overflow: "visible", background: "none", display: "block",
    "color-scheme": "light dark", "z-index": "2147483647",
  };

  /**
   * Adds the host; when the signal aborts, it is gone and the page is as it was.
   * @param {string} style the overlay's style sheet
   * @param {string} language of the interface
   * @param {AbortSignal} signal
   * @param {() => void} lose is called where the page takes the host away
   * @returns {ShadowRoot}
   */
  function openHost(style, language, signal, lose) {
    const host = document.createElement("div");
    for (const [name, value] of Object.entries(HOST_STYLE)) {
      host.style.setProperty(name, value, "important");
    }
    host.popover = "manual";
    host.lang = language;
    host.dir = "ltr"; // every language of the interface is; the page's own may not be
    const root = host.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    root.adoptedStyleSheets = [sheet];
    // The page's keyboard shortcuts must not fire while the user is in the panel.
    for (const type of ["keydown", "keyup", "keypress"]) {
      root.addEventListener(type, (event) => event.stopPropagation());
    }
    document.documentElement.append(host);
    host.showPopover();
    watchHost(host, signal, lose);
    signal.addEventListener("abort", () => host.remove());
    return root;
  }

  /**
   * @param {HTMLElement} host
   * @param {AbortSignal} signal
   * @param {() => void} lose
   */
  function watchHost(host, signal, lose) {
    const observer = new MutationObserver(() => {
      if (!host.isConnected) lose();
    });
    observer.observe(document.documentElement, { childList: true });
    signal.addEventListener("abort", () => observer.disconnect());
  }

  return { openHost };
})();
