// @ts-check
/**
 * Tells whether a text stands on a light or a dark ground. Chromium resolves light-dark() in ::highlight
 * against the root, so the palette is chosen here, from the ground under each text.
 */
var rolelightColours = (() => {
  /** Relative luminance at which black and white text are equally legible. */
  const MIDDLE = 0.18;

  /**
   * Reads a computed colour as luminance and opacity; null for a notation that is not known.
   * @param {string} colour
   */
  function readColour(colour) {
    const notation = colour.split("(")[0];
    const numbers = (colour.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
    if (notation === "rgb" || notation === "rgba") {
      const [red, green, blue, alpha = 1] = numbers;
      return { luminance: luminanceOf([red / 255, green / 255, blue / 255]), alpha };
    }
    if (colour.startsWith("color(srgb ")) {
      const [red, green, blue, alpha = 1] = numbers;
      return { luminance: luminanceOf([red, green, blue]), alpha };
    }
    // Lightness is the first number; as its cube it is close enough to tell light from dark.
    const [lightness, , , alpha = 1] = numbers;
    if (notation === "oklch" || notation === "oklab") return { luminance: lightness ** 3, alpha };
    if (notation === "lch" || notation === "lab") return { luminance: (lightness / 100) ** 3, alpha };
    return null;
  }

  /**
   * WCAG 2 relative luminance of sRGB channels between 0 and 1.
   * @param {number[]} channels red, green and blue
   */
  function luminanceOf(channels) {
    const [red, green, blue] = channels.map((value) =>
      value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  /**
   * Makes the function that tells the scheme of the ground under an element: that of the nearest opaque
   * ancestor. Where none is known, light text means a dark ground. It keeps what it has found, as words share
   * their ancestors and each question lays hold of the page's styles; so use a new one for each painting.
   * @returns {(element: Element) => "light" | "dark"}
   */
  function makeSchemes() {
    /** @type {Map<Element, "light" | "dark" | null>} */
    const grounds = new Map();
    const groundOf = (/** @type {Element} */ element) => {
      const ground = readColour(getComputedStyle(element).backgroundColor);
      if (!ground || ground.alpha <= 0.5) return null;
      return ground.luminance < MIDDLE ? "dark" : "light";
    };
    return (element) => {
      for (let above = /** @type {Element | null} */ (element); above; above = above.parentElement) {
        const ground = grounds.has(above) ? grounds.get(above) : groundOf(above);
        grounds.set(above, ground ?? null);
        if (ground) return ground;
      }
      const ink = readColour(getComputedStyle(element).color);
      return ink && ink.luminance > MIDDLE ? "dark" : "light";
    };
  }

  return { readColour, luminanceOf, makeSchemes };
})();
