// @ts-check
/** Watches the page during a run: that the user goes to another page, or that the page changes its text. */
var rolelightWatch = (() => {
  const { addressOf, outerWindow } = rolelightAddress;

  /** How long changes are gathered before highlights are placed anew, in milliseconds. */
  const GATHERED = 250;

  /** The page that an address names; the fragment is a place on it. */
  const pageOf = (/** @type {string} */ url) => url.split("#")[0];

  /**
   * Calls once the address names another page; single-page sites do that without a load.
   * @param {string} url the page of the run
   * @param {() => void} leave
   * @param {AbortSignal} signal
   */
  function watchAddress(url, leave, signal) {
    const check = () => {
      if (pageOf(addressOf()) !== pageOf(url)) leave();
    };
    outerWindow().navigation.addEventListener("currententrychange", check, { signal });
  }

  /**
   * Calls a little after the page has changed its text, at most once for all changes of that time.
   * Painting makes no such change, so it does not call itself.
   * @param {Element} root
   * @param {() => void} changed
   * @param {AbortSignal} signal
   */
  function watchText(root, changed, signal) {
    let timer = 0;
    const observer = new MutationObserver(() => {
      timer ||= window.setTimeout(settle, GATHERED);
    });
    const settle = () => {
      timer = 0;
      changed();
    };
    observer.observe(root, { childList: true, subtree: true, characterData: true });
    signal.addEventListener("abort", () => {
      observer.disconnect();
      window.clearTimeout(timer);
    });
  }

  return { pageOf, watchAddress, watchText };
})();
