// @ts-check
/**
 * The balance sheet as plain data: a reading and its placements, section by section and entry by entry, as
 * they speak for or against one role. Knows nothing of the page.
 */
var rolelightSheet = (() => {
  const { directionFor, weightFor, strengthFor, namedUses, useWords, dateWords } = rolelightWording;

  /** The sections that a recruiter reads by, in their order; others follow where they say something. */
  const MAIN_SECTIONS = ["headline", "about", "experience", "education", "skills"];

  /** Of these, each entry stands by itself; of others, all evidence together. */
  const SECTIONS_BY_ENTRY = ["experience", "education"];

  const DIRECTIONS = /** @type {const} */ (["for", "against", "unclear"]);

  /** Signs that turn the order of letters round, to the end of our own sentence about the page's words. */
  const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

  /**
   * The page's words, fit to stand among ours.
   * @param {string} words
   */
  const quoted = (words) => words.replace(TURNING, "");

  /**
   * Makes the balance sheet of the role on show.
   * @param {Shown} shown
   * @param {Say} say
   * @returns {SheetSection[]}
   */
  function makeSheet(shown, say) {
    const { profile } = shown.reading;
    const others = profile.sections.map(({ kind }) => kind);
    const kinds = [...new Set([...MAIN_SECTIONS, ...others])];
    const sections = kinds.map((kind) => makeSection(kind, shown, say));
    return sections.filter(({ kind, entries }) => MAIN_SECTIONS.includes(kind) || entries.length > 0);
  }

  /**
   * @param {string} kind
   * @param {Shown} shown
   * @param {Say} say
   * @returns {SheetSection}
   */
  function makeSection(kind, shown, say) {
    const section = shown.reading.profile.sections.find((one) => one.kind === kind);
    const placements = shown.placements.filter(({ highlight }) => highlight.section === kind);
    const entries = SECTIONS_BY_ENTRY.includes(kind)
      ? (section?.entries ?? []).map((entry) => makeEntry(entry, placements, shown, say))
      : [{ id: kind, heading: "", period: "", use: "", lines: makeLines(placements, shown.role) }];
    return {
      kind,
      state: section?.state ?? "empty",
      entries: entries.filter(({ lines }) => kind === "experience" || lines.length > 0),
      counts: countDirections(entries),
    };
  }

  /**
   * @param {Wire.Entry} entry
   * @param {Placement[]} placements those of its section
   * @param {Shown} shown
   * @param {Say} say
   * @returns {SheetEntry}
   */
  function makeEntry(entry, placements, { reading, role }, say) {
    const skill = reading.fits[role]?.skill;
    const uses = skill ? reading.uses[skill]?.entries[entry.id] : null;
    return {
      id: entry.id,
      heading: headingOf(entry),
      period: periodWords(entry, say),
      use: uses ? say("used_for", rolelightWording.capitalise(skill ?? ""), useWords(namedUses(uses), say)) : "",
      lines: makeLines(placements.filter(({ highlight }) => highlight.entry === entry.id), role),
    };
  }

  /**
   * What an entry is called: "Web Developer · Acme".
   * @param {Wire.Entry} entry
   */
  function headingOf({ title, company, school, degree, field }) {
    const heading = [title, company, school].filter(Boolean).join(" · ");
    return quoted(heading || [degree, field].filter(Boolean).join(", "));
  }

  /**
   * When an entry began and ended: "Mar 2020 – now".
   * @param {Wire.Entry} entry
   * @param {Say} say
   */
  function periodWords(entry, say) {
    const end = entry.current ? say("period_now") : dateWords(entry.end, say);
    return [dateWords(entry.start, say), end].filter(Boolean).join(" – ");
  }

  /**
   * One line for the same words of the same signal, however often they occur. What weighs most stands
   * first, whatever it speaks for, and what was set aside last.
   * @param {Placement[]} placements
   * @param {string} role
   * @returns {SheetLine[]}
   */
  function makeLines(placements, role) {
    /** @type {Map<string, Placement[]>} */
    const groups = new Map();
    for (const placement of placements) {
      const { signal, context } = placement.highlight;
      const same = `${directionFor(placement.highlight, role)} ${signal} ${context}`;
      groups.set(same, [...(groups.get(same) ?? []), placement]);
    }
    const lines = [...groups.values()].map((group) => makeLine(group, role));
    return lines.sort((one, other) =>
      Number(one.isAside) - Number(other.isAside) || Math.abs(other.weight) - Math.abs(one.weight));
  }

  /**
   * The line has the words of its first place, and says what the place that weighs most says.
   * @param {Placement[]} placements
   * @param {string} role
   * @returns {SheetLine}
   */
  function makeLine(placements, role) {
    const weights = placements.map(({ highlight }) => weightFor(highlight, role));
    const sizes = weights.map(Math.abs);
    const strongest = placements[sizes.indexOf(Math.max(...sizes))];
    const { highlight } = strongest;
    const found = placements.find(({ state }) => state === "found");
    return {
      words: quoted(placements[0].highlight.quote.exact),
      kind: highlight.kind,
      direction: directionFor(highlight, role),
      strength: strengthFor(highlight, role),
      weight: weights.reduce((sum, weight) => sum + weight, 0),
      note: highlight.note,
      reason: highlight.reasons[role] ?? "",
      isAside: rolelightAside.isAside(highlight),
      placements,
      strongest,
      state: (found ?? placements[0]).state,
    };
  }

  /**
   * What was set aside counts for nothing.
   * @param {SheetEntry[]} entries
   */
  function countDirections(entries) {
    const counts = { for: 0, against: 0, unclear: 0 };
    for (const { direction, isAside } of linesOf(entries)) if (!isAside) counts[direction] += 1;
    return counts;
  }

  /** @param {SheetEntry[]} entries */
  const linesOf = (entries) => entries.flatMap(({ lines }) => lines);

  /**
   * The lines of all sections.
   * @param {SheetSection[]} sections
   */
  const allLines = (sections) => sections.flatMap(({ entries }) => linesOf(entries));

  /**
   * The numbers of lines over all sections.
   * @param {SheetSection[]} sections
   */
  const addCounts = (sections) => countDirections(sections.flatMap(({ entries }) => entries));

  /**
   * What the lines of all sections weigh, by direction.
   * @param {SheetSection[]} sections
   */
  function addWeights(sections) {
    const weights = { for: 0, against: 0, unclear: 0 };
    for (const { direction, weight } of allLines(sections)) weights[direction] += Math.abs(weight);
    return weights;
  }

  return { makeSheet, makeLines, allLines, addCounts, addWeights, DIRECTIONS };
})();
