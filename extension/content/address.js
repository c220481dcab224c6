// @ts-check
/** The address of the page: some sites show a profile in an inner frame, whose own address says nothing. */
var rolelightAddress = (() => {
  /** The window whose address counts: the top one, where it is of the same origin, or else our own. */
  function outerWindow() {
    try {
      if (window.top?.location.href) return window.top;
    } catch {
      // Another origin's address may not be read.
    }
    return window;
  }

  const addressOf = () => outerWindow().location.href;

  return { outerWindow, addressOf };
})();
