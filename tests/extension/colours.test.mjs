// @ts-check
/** The palettes are legible: their pairs of ink and ground, and their underlines, are measured here. */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import test from "node:test";
import { readText } from "./load.mjs";

const { readColour, luminanceOf } = rolelightColours;

/** The grounds that pages are expected to have under words that are only underlined. */
const PAGES = /** @type {Record<string, string[]>} */ ({
  light: ["#ffffff", "#eef2f5"], dark: ["#1b1f23", "#2a2f34"],
});

/** The least contrast of ink, and of underlines, by palette. */
const LEAST = /** @type {Record<string, { ink: number, line: number }>} */ ({
  standard: { ink: 4.5, line: 3 }, contrast: { ink: 7, line: 4.5 }, underlines: { ink: 4.5, line: 3 },
});

const NAMES = ["light", "dark"].flatMap((scheme) => [
  `rolelight-flash-${scheme}`,
  ...["for", "against", "unclear"].flatMap((direction) =>
    [1, 2, 3].map((strength) => `rolelight-${direction}-${strength}-${scheme}`)),
]);

/** @param {string} name of a palette */
function readPalette(name) {
  const rules = readText(`content/palettes/${name}.css`).matchAll(/::highlight\(([\w-]+)\) \{([^}]*)\}/g);
  return new Map([...rules].map(([, highlight, body]) => [highlight, {
    ink: body.match(/(?<!-)color: (#\w+)/)?.[1] ?? "",
    ground: body.match(/background-color: (#\w+)/)?.[1] ?? "",
    style: body.match(/underline (\w+) (#\w+)/)?.[1] ?? "",
    line: body.match(/underline (\w+) (#\w+)/)?.[2] ?? "",
    thickness: Number(body.match(/ (\d)px;/)?.[1] ?? 0),
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

test("every palette is measured", () => {
  const files = readdirSync(new URL("../../extension/content/palettes", import.meta.url));
  assert.deepEqual(files.sort(), Object.keys(LEAST).map((name) => `${name}.css`).sort());
});

for (const [name, least] of Object.entries(LEAST)) {
  const palette = readPalette(name);

  test(`${name}: every direction, strength and scheme has its rule`, () => {
    assert.deepEqual([...palette.keys()].sort(), [...NAMES].sort());
  });

  for (const [highlight, { ink, ground, line }] of palette) {
    test(`${name}: ${highlight} is legible`, () => {
      assert.equal(ink === "", ground === "", "ink and ground are set together");
      if (ink) assert.ok(contrast(ink, ground) >= least.ink, `ink ${contrast(ink, ground)}`);
      const scheme = highlight.split("-").at(-1) ?? "";
      for (const under of line ? (ground ? [ground] : PAGES[scheme]) : []) {
        assert.ok(contrast(line, under) >= least.line, `underline ${contrast(line, under)} on ${under}`);
      }
    });
  }

  test(`${name}: directions differ by the style of the underline alone`, () => {
    const styles = [...palette].filter(([highlight]) => !highlight.includes("flash"))
      .map(([highlight, { style }]) => `${highlight.split("-")[1]} ${style}`);
    assert.deepEqual([...new Set(styles)].sort(), ["against dashed", "for solid", "unclear dotted"]);
  });

  test(`${name}: weak evidence leaves the page's colours, and strength shows`, () => {
    for (const [highlight, weak] of [...palette].filter(([each]) => each.includes("-1-"))) {
      const [middling, strong] = [2, 3].map((strength) =>
        /** @type {typeof weak} */ (palette.get(highlight.replace("-1-", `-${strength}-`))));
      const [page] = PAGES[highlight.split("-").at(-1) ?? ""];
      const depths = [weak, middling, strong].map(({ ground, thickness }) =>
        (ground ? contrast(ground, page) : 1) * 10 + thickness);
      assert.equal(weak.ground, "");
      assert.ok(depths[0] < depths[1] && depths[1] < depths[2], `${highlight} ${depths}`);
    }
  });
}

test("the palette of underlines has no ground but the flash's", () => {
  const grounds = [...readPalette("underlines")].filter(([, { ground }]) => ground).map(([name]) => name);
  assert.deepEqual(grounds.sort(), ["rolelight-flash-dark", "rolelight-flash-light"]);
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
