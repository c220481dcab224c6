// @ts-check
/**
 * Where the overlay stands: a frame in one corner of the window, which the user drags to another (or moves
 * by a press, without dragging), and which collapses to a dot.
 */
var rolelightPlace = (() => {
  const { make, makeButton } = rolelightElement;

  /** The corners in the order in which presses go through them: clockwise. */
  const CORNERS = /** @type {Place["corner"][]} */ (["top-right", "bottom-right", "bottom-left", "top-left"]);

  /** A pointer that moved no further, in CSS pixels, has pressed and not dragged. */
  const STILL = 6;

  /**
   * Makes the frame that holds badge and panel.
   * @param {Place} place
   */
  function makeFrame(place) {
    const frame = make("div", { class: "frame" });
    showPlace(frame, place);
    return frame;
  }

  /**
   * @param {HTMLElement} frame
   * @param {Place} place
   */
  function showPlace(frame, { corner, collapsed }) {
    frame.dataset.corner = corner;
    frame.classList.toggle("collapsed", collapsed);
  }

  /**
   * Makes the grip: dragged, the frame goes along and settles in the nearest corner; pressed, it goes to the
   * next one.
   * @param {HTMLElement} frame
   * @param {string} label
   * @param {(corner: Place["corner"]) => void} settle
   */
  function makeGrip(frame, label, settle) {
    let wasDragged = false;
    const grip = makeButton({ class: "plain grip", "aria-label": label, title: label, "data-key": "grip" }, () => {
      if (!wasDragged) settle(nextCorner(/** @type {Place["corner"]} */ (frame.dataset.corner)));
      wasDragged = false;
    });
    grip.addEventListener("pointerdown", (event) => {
      if (!event.isTrusted) return;
      wasDragged = false;
      drag(frame, grip, event, (corner) => {
        wasDragged = true;
        settle(corner);
      });
    });
    return grip;
  }

  /**
   * Moves the frame with the pointer until it is let go.
   * @param {HTMLElement} frame
   * @param {HTMLElement} grip
   * @param {PointerEvent} down
   * @param {(corner: Place["corner"]) => void} settle is called only where the pointer went somewhere
   */
  function drag(frame, grip, down, settle) {
    const over = new AbortController();
    const moved = (/** @type {PointerEvent} */ { clientX, clientY }) => [clientX - down.clientX, clientY - down.clientY];
    grip.setPointerCapture(down.pointerId);
    grip.addEventListener("pointermove", (event) => {
      frame.style.translate = moved(event).map((by) => `${by}px`).join(" ");
    }, { signal: over.signal });
    const end = (/** @type {PointerEvent} */ event) => {
      over.abort();
      const corner = cornerOf(frame.getBoundingClientRect());
      frame.style.translate = "";
      if (event.type === "pointerup" && Math.hypot(...moved(event)) > STILL) settle(corner);
    };
    grip.addEventListener("pointerup", end, { signal: over.signal });
    grip.addEventListener("pointercancel", end, { signal: over.signal });
  }

  /**
   * The corner of the window nearest to a box's middle.
   * @param {{ x: number, y: number, width: number, height: number }} box
   * @returns {Place["corner"]}
   */
  function cornerOf({ x, y, width, height }) {
    const side = x + width / 2 < innerWidth / 2 ? "left" : "right";
    return y + height / 2 < innerHeight / 2 ? `top-${side}` : `bottom-${side}`;
  }

  /** @param {Place["corner"]} corner */
  const nextCorner = (corner) => CORNERS[(CORNERS.indexOf(corner) + 1) % CORNERS.length];

  return { makeFrame, showPlace, makeGrip };
})();
