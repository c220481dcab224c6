// @ts-check
/**
 * The summary for the hiring manager: the verdict in words, the quotes that it rests on, what was set aside,
 * and what was not visible. Never a bare percentage. One outline, written out as plain and as rich text.
 */
var rolelightSummary = (() => {
  const { make } = rolelightElement;
  const { roleLabel, capitalise, coverageWords, useWords } = rolelightWording;
  const { makeSheet } = rolelightSheet;
  const { periodWords } = rolelightTimeline;

  /** How many lines each way a mail has room for; the strongest. */
  const MOST_LINES = 6;

  /** @typedef {{ title: string, facts: string[], lists: { title: string, items: string[] }[], end: string[] }} Outline */

  /**
   * Makes the summary of the role on show.
   * @param {Shown} shown
   * @param {Say} say
   * @returns {{ text: string, html: string }}
   */
  function makeSummary(shown, say) {
    const outline = makeOutline(shown, say);
    return { text: writeText(outline), html: writeHtml(outline) };
  }

  /**
   * @param {Shown} shown
   * @param {Say} say
   * @returns {Outline}
   */
  function makeOutline(shown, say) {
    const { reading, role, roles, pages } = shown;
    const fit = reading.fits[role];
    const lines = quotedLines(shown, say);
    const speaking = (/** @type {Direction} */ direction) => lines
      .filter((line) => line.direction === direction && !line.isAside).slice(0, MOST_LINES);
    const aside = lines.filter(({ isAside }) => isAside);
    const lists = [
      { title: say("summary_for"), items: speaking("for").map(({ words }) => words) },
      { title: say("summary_against"), items: speaking("against").map(({ words }) => words) },
      { title: say("summary_aside"), items: aside.map(({ words }) => words) },
      { title: say("missing_title"), items: fit.missing },
    ];
    return {
      title: say("summary_title", roleLabel(role, roles)),
      facts: [
        `${say(`verdict_${fit.verdict}`)}. ${say(`sentence_${fit.verdict}`)}`,
        ...useFacts(reading, fit, say),
        `${say("fact_coverage")}: ${coverageWords(reading, fit, say)}.`,
        `${say("summary_source")}: ${pages.map((page) => page.split(/[?#]/)[0]).join(", ")}`,
      ],
      lists: lists.filter(({ items }) => items.length > 0),
      end: [...(aside.length ? [say("summary_without_aside")] : []), say("footer")],
    };
  }

  /**
   * What the skill was used for over the career, and in which years.
   * @param {Wire.Reading} reading
   * @param {Wire.Fit} fit
   * @param {Say} say
   */
  function useFacts({ uses }, { skill }, say) {
    if (!skill || !uses[skill]) return [];
    const { main, timeline } = uses[skill];
    const years = timeline.map((period) => `${say(`use_${period.use}`)} ${periodWords(period)}`);
    const inYears = years.length ? ` (${years.join("; ")})` : "";
    return [`${say("fact_use", capitalise(skill))}: ${useWords(main, say)}${inYears}.`];
  }

  /**
   * The lines of the sheet as quotes with their place: “Django” (Web Developer · Acme, 2019 – now).
   * @param {Shown} shown
   * @param {Say} say
   */
  function quotedLines(shown, say) {
    const lines = makeSheet(shown, say).flatMap(({ kind, entries }) =>
      entries.flatMap(({ heading, period, lines: inEntry }) => inEntry.map((line) => {
        const place = [heading || say(`section_${kind}`), period].filter(Boolean).join(", ");
        return { ...line, words: `“${line.words}” (${place}): ${line.note}` };
      })));
    return lines.sort((one, other) => Math.abs(other.weight) - Math.abs(one.weight));
  }

  /** @param {Outline} outline */
  function writeText({ title, facts, lists, end }) {
    const parts = lists.map(({ title: name, items }) => [`${name}:`, ...items.map((item) => `- ${item}`)].join("\n"));
    return [title, facts.join("\n"), ...parts, end.join("\n")].join("\n\n");
  }

  /** @param {Outline} outline */
  function writeHtml({ title, facts, lists, end }) {
    const parts = lists.flatMap(({ title: name, items }) => [
      make("p", {}, make("b", {}, name)),
      make("ul", {}, ...items.map((item) => make("li", {}, item))),
    ]);
    const paragraphs = (/** @type {string[]} */ texts) => texts.map((text) => make("p", {}, text));
    return make("div", {}, make("p", {}, make("b", {}, title)), ...paragraphs(facts), ...parts,
      ...paragraphs(end)).outerHTML;
  }

  return { makeSummary };
})();
