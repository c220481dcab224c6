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

  /**
   * Names the page that is open. A person's page stays the same whatever a query or a layer over it (contact
   * details, a picture) adds to the address; elsewhere the fragment alone makes no other page.
   * @param {CaptureRules} rules
   */
  function pageNow({ person_path, details_path }) {
    const { origin, pathname, search } = new URL(addressOf());
    const [person] = new RegExp(person_path).exec(pathname) ?? [];
    if (!person) return origin + pathname + search;
    const [details = ""] = new RegExp(details_path).exec(pathname) ?? [];
    return origin + person + details;
  }

  return { outerWindow, addressOf, pageNow };
})();
