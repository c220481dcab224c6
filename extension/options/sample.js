// @ts-check
/** A small live sample of the highlights: the palettes' own rules, painted as on a page. */
import { find, say } from "../lib/page_text.js";

const DIRECTIONS = [
  { direction: "for", label: "sample_for" },
  { direction: "against", label: "sample_against" },
  { direction: "unclear", label: "sample_unclear" },
];
const STRENGTHS = [
  { strength: 3, label: "sample_strong" },
  { strength: 2, label: "sample_medium" },
  { strength: 1, label: "sample_weak" },
];

/**
 * Shows the sample in a palette.
 * @param {import("../lib/settings.js").Palette} palette
 */
export function showPalette(palette) {
  find("palette-file", HTMLLinkElement).href = `../content/palettes/${palette}.css`;
}

/** Makes the sample: each direction in each strength, on a light and on a dark ground. */
export function makeSample() {
  for (const sample of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".sample"))) {
    sample.append(...DIRECTIONS.map((each) => makeLine(each, sample.dataset.scheme ?? "")));
  }
  for (const word of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-highlight]"))) {
    // Firefox loses a range that was made before its element came into the page.
    const range = new Range();
    range.selectNodeContents(word);
    CSS.highlights.set(word.dataset.highlight ?? "", new Highlight(range));
  }
}

/**
 * @param {{ direction: string, label: string }} direction
 * @param {string} scheme
 */
function makeLine({ direction, label }, scheme) {
  const line = document.createElement("p");
  line.append(makeElement("b", say(label)), ...STRENGTHS.map((each) => {
    const word = makeElement("span", say(each.label));
    word.dataset.highlight = `rolelight-${direction}-${each.strength}-${scheme}`;
    return word;
  }));
  return line;
}

/**
 * @param {string} tag
 * @param {string} text
 */
function makeElement(tag, text) {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}
