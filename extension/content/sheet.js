// @ts-check
/**
 * The balance sheet as plain data: a reading and its placements, section by section and entry by entry, as
 * they speak for or against one role. Knows nothing of the page.
 */
var rolelightSheet = (() => {
  const { directionFor, strengthFor, useWords, dateWords } = rolelightWording;

  /** The sections that a recruiter reads by, in their order; others follow where they say something. */
  const MAIN_SECTIONS = ["headline", "about", "experience", "education", "skills"];

  const DIRECTIONS = /** @type {const} */ (["for", "against", "unclear"]);

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
    const entries = (section?.entries ?? []).map((entry) => {
      const own = placements.filter(({ highlight }) => highlight.entry === entry.id);
      return makeEntry(entry, own, shown, say);
    });
    return {
      kind,
      state: section?.state ?? "empty",
      entries: entries.filter(({ lines }) => kind === "experience" || lines.length > 0),
      counts: countDirections(entries),
    };
  }

  /**
   * @param {Wire.Entry} entry
   * @param {Placement[]} placements
   * @param {Shown} shown
   * @param {Say} say
   * @returns {SheetEntry}
   */
  function makeEntry(entry, placements, { reading, role }, say) {
    const heading = [entry.title, entry.company, entry.school].filter(Boolean).join(" · ");
    const skill = reading.fits[role]?.skill;
    const uses = skill ? reading.uses[skill]?.entries[entry.id] : null;
    return {
      id: entry.id,
      heading: heading || [entry.degree, entry.field].filter(Boolean).join(", "),
      period: periodWords(entry, say),
      use: uses ? say("used_for", rolelightWording.capitalise(skill ?? ""), useWords(uses, say)) : "",
      lines: makeLines(placements, role),
    };
  }

  /**
   * When an entry began and ended: "Mar 2020 – now".
   * @param {Wire.Entry} entry
   * @param {Say} say
   */
  function periodWords(entry, say) {
    const end = entry.current ? say("period_now") : dateWords(entry.end);
    return [dateWords(entry.start), end].filter(Boolean).join(" – ");
  }

  /**
   * One line for the same words of the same signal, however often they occur; strongest first.
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
    const rank = (/** @type {SheetLine} */ line) =>
      10 * DIRECTIONS.indexOf(line.direction) - line.strength;
    return lines.sort((one, other) => rank(one) - rank(other));
  }

  /**
   * @param {Placement[]} placements
   * @param {string} role
   * @returns {SheetLine}
   */
  function makeLine(placements, role) {
    const { highlight } = placements[0];
    const found = placements.find(({ state }) => state === "found");
    return {
      words: highlight.quote.exact,
      direction: directionFor(highlight, role),
      strength: Math.max(...placements.map((one) => strengthFor(one.highlight, role))),
      note: highlight.note,
      placements,
      state: (found ?? placements[0]).state,
    };
  }

  /** @param {SheetEntry[]} entries */
  function countDirections(entries) {
    const counts = { for: 0, against: 0, unclear: 0 };
    for (const { lines } of entries) {
      for (const { direction } of lines) counts[direction] += 1;
    }
    return counts;
  }

  /**
   * The numbers of lines over all sections.
   * @param {SheetSection[]} sections
   */
  const addCounts = (sections) => countDirections(sections.flatMap(({ entries }) => entries));

  return { makeSheet, makeLines, addCounts, DIRECTIONS };
})();
