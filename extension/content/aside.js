// @ts-check
/**
 * What the user has set aside: words that the reading goes on to list, and no longer counts. The server
 * names them by their context; a page that is read anew numbers its highlights anew, so there they are
 * found again by what they say and where.
 */
var rolelightAside = (() => {
  /** The context of a highlight that was set aside, in the server's words. */
  const CONTEXT = "set_aside";

  /** @param {Wire.Highlight} highlight */
  const isAside = ({ context }) => context === CONTEXT;

  /**
   * The ids of what a reading leaves out of its sums.
   * @param {Wire.Reading} reading
   */
  const idsAside = ({ highlights }) => highlights.filter(isAside).map(({ id }) => id);

  /**
   * The ids of what is left out once lines were set aside, or are counted again.
   * @param {string[]} before the ids left out before
   * @param {SheetLine[]} lines
   * @param {boolean} isLeftOut
   */
  function changeIds(before, lines, isLeftOut) {
    const ids = new Set(before);
    for (const { highlight: { id } } of lines.flatMap(({ placements }) => placements)) {
      if (isLeftOut) ids.add(id);
      else ids.delete(id);
    }
    return [...ids];
  }

  /**
   * Names each highlight by its section, the entry that it stands in, and its signal.
   * @param {Wire.Reading} reading
   * @returns {Map<string, string>} by the highlight's id
   */
  function nameAll({ profile, highlights }) {
    const entries = new Map(profile.sections.flatMap((section) =>
      section.entries.map((entry) => [entry.id, `${section.kind} ${nameOf(entry)}`])));
    return new Map(highlights.map(({ id, section, entry, signal, quote }) =>
      [id, `${entries.get(entry) ?? section} ${signal} ${quote.exact}`]));
  }

  /** @param {Wire.Entry} entry */
  const nameOf = ({ title, company, school, degree, name, start }) =>
    [title, company, school, degree, name, start].filter(Boolean).join(" ");

  /**
   * The names of what is set aside.
   * @param {Wire.Reading} reading
   * @param {string[]} ids
   */
  function namesAside(reading, ids) {
    const names = nameAll(reading);
    return new Set(ids.flatMap((id) => names.get(id) ?? []));
  }

  /**
   * The ids of the highlights that have one of the names.
   * @param {Wire.Reading} reading
   * @param {Set<string>} wanted
   */
  function findNamed(reading, wanted) {
    if (wanted.size === 0) return [];
    return [...nameAll(reading)].filter(([, name]) => wanted.has(name)).map(([id]) => id);
  }

  return { isAside, idsAside, changeIds, namesAside, findNamed };
})();
