// @ts-check
/** Watches the page during a run: that the user goes to another page, or that the page changes its text. */
var rolelightWatch = (() => {
  const { outerWindow, pageNow } = rolelightAddress;

  /** How long changes are gathered before highlights are placed anew, in milliseconds. */
  const GATHERED = 250;

  /**
   * Calls once the address names another page; single-page sites do that without a load.
   * @param {string} page the page of the run
   * @param {CaptureRules} rules
   * @param {() => void} leave
   * @param {AbortSignal} signal
   */
  function watchAddress(page, rules, leave, signal) {
    const check = () => {
      if (pageNow(rules) !== page) leave();
    };
    outerWindow().navigation.addEventListener("currententrychange", check, { signal });
  }

  /**
   * Calls a little after the page has changed its text, at most once for all changes of that time.
   * Painting makes no such change, so it does not call itself.
   * @param {() => Element} findRoot the element whose text counts; a page may put another in its place
   * @param {() => void} changed
   * @param {AbortSignal} signal
   */
  function watchText(findRoot, changed, signal) {
    let timer = 0;
    let root = findRoot();
    const settle = () => {
      timer = 0;
      if (!root.isConnected) observe();
      changed();
    };
    const observer = new MutationObserver(() => {
      timer ||= window.setTimeout(settle, GATHERED);
    });
    const observe = () => {
      observer.disconnect();
      root = findRoot();
      observer.observe(root, { childList: true, subtree: true, characterData: true });
      // Of what stands around it, only that the root itself is replaced is of interest.
      for (let above = root.parentElement; above; above = above.parentElement) {
        observer.observe(above, { childList: true });
      }
    };
    observe();
    signal.addEventListener("abort", () => {
      observer.disconnect();
      window.clearTimeout(timer);
    });
  }

  return { watchAddress, watchText };
})();
