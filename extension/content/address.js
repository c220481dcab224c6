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
   * details, a picture) adds to the address.
   * @param {CaptureRules} rules
   */
  function pageNow(rules) {
    const [details = ""] = new RegExp(rules.details_path).exec(new URL(addressOf()).pathname) ?? [];
    return personNow(rules) + details;
  }

  /**
   * Names whose page is open: the same for all pages of one person. Where the address does not tell, each
   * page stands for itself, and a fragment makes another page only where the site uses it as a path.
   * @param {CaptureRules} rules
   */
  function personNow({ person_path }) {
    const { origin, pathname, search, hash } = new URL(addressOf());
    const [person] = new RegExp(person_path).exec(pathname) ?? [];
    if (person) return origin + person.toLowerCase();
    return origin + pathname + search + (/^#!?\//.test(hash) ? hash : "");
  }

  return { outerWindow, addressOf, pageNow, personNow };
})();
