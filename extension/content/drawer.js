// @ts-check
/**
 * Holds the open panel. It is drawn anew whenever what it shows changes, and the user notices nothing of
 * that: what was scrolled to, unfolded and focused stays so.
 */
var rolelightDrawer = (() => {
  /** The place of the panel in the frame; `panel` is null while it is closed. */
  class Drawer {
    /** @type {HTMLElement | null} */
    panel = null;

    /**
     * @param {ShadowRoot} root
     * @param {HTMLElement} frame
     */
    constructor(root, frame) {
      this.root = root;
      this.frame = frame;
    }

    /**
     * Shows a panel, in place of the one before.
     * @param {HTMLElement} panel
     */
    draw(panel) {
      const old = this.panel;
      const { activeElement } = this.root;
      const focused = activeElement?.getAttribute("data-key");
      const isRingSeen = activeElement?.matches(":focus-visible") ?? false;
      this.panel = panel;
      if (!old) return this.frame.append(panel);
      const { scrollTop } = old;
      old.replaceWith(panel);
      unfold(panel, old);
      panel.scrollTop = scrollTop;
      if (focused) this.#focus(focused, isRingSeen);
    }

    close() {
      this.panel?.remove();
      this.panel = null;
    }

    /**
     * Gives the focus back to what the user was at, or where that is gone, to the panel's title.
     * @param {string} key
     * @param {boolean} focusVisible whether the browser marked it; a press of the mouse leaves no ring
     */
    #focus(key, focusVisible) {
      const all = /** @type {NodeListOf<HTMLElement>} */ (this.root.querySelectorAll("[data-key]"));
      const same = [...all].find((element) => element.dataset.key === key);
      const options = /** @type {FocusOptions} */ ({ focusVisible });
      (same ?? this.root.getElementById("panel-title"))?.focus(options);
    }
  }

  /**
   * Unfolds in a new panel what is unfolded in the old one.
   * @param {HTMLElement} panel
   * @param {HTMLElement} old
   */
  function unfold(panel, old) {
    const folds = (/** @type {HTMLElement} */ part) => part.querySelectorAll("details");
    const open = new Set([...folds(old)].filter((fold) => fold.open).map(({ dataset }) => dataset.fold));
    for (const fold of folds(panel)) fold.open = open.has(fold.dataset.fold);
  }

  return { Drawer };
})();
