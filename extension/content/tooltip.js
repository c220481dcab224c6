// @ts-check
/**
 * Says in a sentence why the words under the pointer matter. The panel says the same for those who use no
 * pointer.
 */
var rolelightTooltip = (() => {
  const { make } = rolelightElement;
  const { directionFor, roleLabel } = rolelightWording;

  /** How long the tooltip waits for the pointer to come over to it, in milliseconds. */
  const PATIENCE = 250;

  /** Distance from the words and from the edges of the window, in CSS pixels. */
  const GAP = 8;

  /**
   * Shows the tooltip over painted words while the run lasts.
   * @param {ShadowRoot} root
   * @param {{ painter: InstanceType<typeof rolelightHighlights.Painter>, shown: Shown, say: Say,
   *   signal: AbortSignal }} run
   */
  function addTooltip(root, { painter, shown, say, signal }) {
    const tip = make("div", { class: "tip", role: "tooltip", hidden: true });
    root.append(tip);
    /** @type {Placement | null} */
    let over = null;
    let frame = 0;

    let leaving = 0;

    const look = (/** @type {number} */ x, /** @type {number} */ y) => {
      frame = 0;
      const placement = painter.at(x, y);
      if (!placement) return over ? leave() : undefined;
      if (placement === over) return stay();
      tell(placement, lineUnder(placement, y));
    };
    const stay = () => {
      window.clearTimeout(leaving);
      leaving = 0;
    };
    const tell = (/** @type {Placement} */ placement, /** @type {DOMRect} */ box) => {
      stay();
      over = placement;
      tip.hidden = false;
      fill(tip, placement, shown, say);
      putBeside(tip, box);
    };
    /** Takes the tooltip away; says whether there was one. */
    const hush = () => {
      stay();
      const wasThere = !tip.hidden;
      over = null;
      tip.hidden = true;
      return wasThere;
    };
    const leave = () => {
      leaving ||= window.setTimeout(hush, PATIENCE);
    };
    tip.addEventListener("pointerenter", stay);
    tip.addEventListener("pointerleave", leave);
    document.addEventListener("pointermove", (event) => {
      if (event.composedPath().includes(root)) return; // the overlay's own parts say for themselves
      frame ||= requestAnimationFrame(() => look(event.clientX, event.clientY));
    }, { signal, passive: true });
    document.addEventListener("scroll", hush, { signal, passive: true, capture: true });
    document.addEventListener("keydown", ({ key }) => key === "Escape" && hush(), { signal });
    signal.addEventListener("abort", () => {
      cancelAnimationFrame(frame);
      stay();
    });
    return {
      tell: (/** @type {Placement} */ placement, /** @type {Element} */ beside) =>
        tell(placement, beside.getBoundingClientRect()),
      leave,
      hush,
    };
  }

  /**
   * @param {HTMLElement} tip
   * @param {Placement} placement
   * @param {Shown} shown
   * @param {Say} say
   */
  function fill(tip, { highlight }, { role, roles }, say) {
    const direction = directionFor(highlight, role);
    tip.className = `tip ${direction}`;
    const reason = highlight.reasons[role];
    tip.replaceChildren(
      make("p", { class: "why", lang: "en" }, highlight.note),
      make("p", { class: "speaks" }, say(`speaks_${direction}`, roleLabel(role, roles))),
      ...(reason ? [make("p", { class: "reason", lang: "en" }, reason)] : []),
    );
  }

  /**
   * The box of the words, or of that line of them which is at a height.
   * @param {Placement} placement
   * @param {number} y
   */
  function lineUnder({ range }, y) {
    const boxes = [.../** @type {Range} */ (range).getClientRects()];
    return boxes.find((box) => y >= box.top && y <= box.bottom) ?? boxes[0];
  }

  /**
   * Puts the tooltip under the words, or over them where there is no room.
   * @param {HTMLElement} tip
   * @param {DOMRect} box
   */
  function putBeside(tip, box) {
    const { width, height } = tip.getBoundingClientRect();
    const below = box.bottom + GAP;
    const fits = below + height + GAP <= innerHeight;
    const left = Math.max(GAP, Math.min(box.left, innerWidth - width - GAP));
    tip.style.left = `${left}px`;
    tip.style.top = `${fits ? below : Math.max(GAP, box.top - height - GAP)}px`;
  }

  return { addTooltip };
})();
