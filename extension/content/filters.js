// @ts-check
/** Which evidence is on show: filters by kind and by direction, for the page and for the panel alike. */
var rolelightFilters = (() => {
  const { make, makeButton } = rolelightElement;
  const { DIRECTIONS } = rolelightSheet;

  /** The kinds that a recruiter reads by, in their order. */
  const KINDS = ["title", "phrase", "skill", "education", "warning"];

  /** @returns {Filters} filters that hide nothing */
  const hideNothing = () => ({ kinds: new Set(), directions: new Set() });

  /**
   * Whether evidence passes the filters.
   * @param {{ kind: string, direction: Direction }} evidence
   * @param {Filters} hidden
   */
  const passes = ({ kind, direction }, { kinds, directions }) =>
    !kinds.has(kind) && !directions.has(direction);

  /**
   * Makes the row of switches, with a kind for each that the page has.
   * @param {Shown} shown
   * @param {Say} say
   * @param {(filters: Filters) => void} hide
   */
  function makeFilters({ placements, hidden }, say, hide) {
    const present = new Set(placements.map(({ highlight }) => highlight.kind));
    const kinds = KINDS.filter((kind) => present.has(kind));
    const flip = (/** @type {keyof Filters} */ group, /** @type {string} */ value) =>
      hide({ ...hidden, [group]: flipped(hidden[group], value) });
    const makeSwitch = (/** @type {keyof Filters} */ group, /** @type {string} */ value) => makeButton(
      {
        class: `filter ${value}`, "data-key": `filter ${value}`,
        "aria-pressed": String(!(/** @type {Set<string>} */ (hidden[group]).has(value))),
      },
      () => flip(group, value), say(`filter_${value}`));
    return make("div", { class: "filters", role: "group", "aria-label": say("filters") },
      ...DIRECTIONS.map((direction) => makeSwitch("directions", direction)),
      ...kinds.map((kind) => makeSwitch("kinds", kind)));
  }

  /**
   * @param {ReadonlySet<string>} values
   * @param {string} value
   */
  function flipped(values, value) {
    const changed = new Set(values);
    if (!changed.delete(value)) changed.add(value);
    return changed;
  }

  return { hideNothing, passes, makeFilters };
})();
