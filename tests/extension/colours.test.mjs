// @ts-check
/** The palette is legible: its pairs of ink and ground, and its underlines, are measured here. */
import assert from "node:assert/strict";
import test from "node:test";
import { readText } from "./load.mjs";

const { readColour, luminanceOf } = rolelightColours;
const palette = readPalette(readText("content/page.css"));

/** @param {string} css */
function readPalette(css) {
  const rules = css.matchAll(/::highlight\(([\w-]+)\) \{([^}]*)\}/g);
  return new Map([...rules].map(([, name, body]) => [name, {
    ink: body.match(/(?<!-)color: (#\w+)/)?.[1] ?? "",
    ground: body.match(/background-color: (#\w+)/)?.[1] ?? "",
    style: body.match(/underline (\w+) (#\w+)/)?.[1] ?? "",
    line: body.match(/underline (\w+) (#\w+)/)?.[2] ?? "",
  }]));
}

/**
 * The contrast of two colours by WCAG 2.
 * @param {string} one
 * @param {string} other
 */
function contrast(one, other) {
  const [dark, light] = [one, other].map(luminance).sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** @param {string} hex */
const luminance = (hex) =>
  luminanceOf([1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255));

test("contrast is measured as WCAG does", () => {
  assert.equal(contrast("#ffffff", "#000000"), 21);
  assert.equal(contrast("#777777", "#ffffff").toFixed(2), "4.48");
});

test("every direction, strength and scheme has its rule", () => {
  const names = ["for", "against", "unclear"].flatMap((direction) =>
    [1, 2, 3].flatMap((strength) =>
      ["light", "dark"].map((scheme) => `rolelight-${direction}-${strength}-${scheme}`)));
  const flashes = ["rolelight-flash-light", "rolelight-flash-dark"];
  assert.deepEqual([...palette.keys()].sort(), [...names, ...flashes].sort());
});

for (const [name, { ink, ground, line }] of palette) {
  test(`${name} is legible`, () => {
    assert.ok(contrast(ink, ground) >= 4.5, `ink ${contrast(ink, ground)}`);
    if (line) assert.ok(contrast(line, ground) >= 3, `underline ${contrast(line, ground)}`);
  });
}

test("directions differ by the style of the underline alone", () => {
  const styles = [...palette].filter(([name]) => !name.includes("flash"))
    .map(([name, { style }]) => `${name.split("-")[1]} ${style}`);
  assert.deepEqual([...new Set(styles)], ["for solid", "against dashed", "unclear dotted"]);
});

test("colours are read in every notation that browsers compute", () => {
  assert.deepEqual(readColour("rgb(255, 255, 255)"), { luminance: 1, alpha: 1 });
  assert.equal(readColour("rgba(0, 0, 0, 0.5)")?.alpha, 0.5);
  assert.equal(readColour("rgba(0, 0, 0, 0)")?.alpha, 0);
  assert.equal(readColour("color(srgb 1 1 1 / 0.25)")?.alpha, 0.25);
  assert.ok((readColour("oklch(0.2 0.02 200)")?.luminance ?? 1) < 0.02);
  assert.ok((readColour("lab(95 0 0)")?.luminance ?? 0) > 0.8);
  assert.equal(readColour("somehow(1 2 3)"), null);
});
