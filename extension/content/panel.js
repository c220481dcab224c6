// @ts-check
/**
 * The panel: the verdict in words, what it rests on, and the balance sheet, section by section. It is the
 * accessible form of the highlights, which no assistive technology can see.
 */
var rolelightPanel = (() => {
  const { make, makeButton } = rolelightElement;
  const { makeSheet, allLines, addCounts, addWeights, DIRECTIONS } = rolelightSheet;
  const { makeFilters, passes } = rolelightFilters;
  const { makeHead, makeGaps } = rolelightHead;

  /**
   * Makes the panel's element for the role on show.
   * @param {Shown} shown
   * @param {Say} say
   * @param {PanelActions} act
   */
  function makePanel(shown, say, act) {
    const { reading, role, hidden, reader } = shown;
    const fit = reading.fits[role];
    const sections = makeSheet(shown, say);
    const asides = allLines(sections).filter(({ isAside }) => isAside);
    const skill = fit.skill && rolelightWording.capitalise(fit.skill);
    return make("section", { class: "panel", id: "panel", "aria-labelledby": "panel-title" },
      ...makeHead(shown, fit, say, act),
      ...makeGaps(reading, say, act),
      makeBalance(sections, say),
      asides.length ? makeAsides(asides, say, act) : null,
      skill ? rolelightTimeline.makeTimeline(reading.uses[fit.skill ?? ""], say("timeline_title", skill), say) : null,
      makeFilters(shown, say, act.hide),
      ...sections.map((section) => makeSection(section, hidden, say, act)),
      makeList(say("missing_title"), fit.missing),
      makeList(say("questions_title"), fit.questions),
      rolelightSums.makeSums(fit, say),
      make("footer", {}, make("p", {}, say("footer")),
        say("language") === "en" ? null : make("p", {}, say("footer_language")),
        reader ? make("p", {}, say("footer_reader", reader)) : null));
  }

  /**
   * All lines at a glance: a bar that is divided by what they weigh, as the verdict is, and their numbers.
   * @param {SheetSection[]} sections
   * @param {Say} say
   */
  function makeBalance(sections, say) {
    const weights = addWeights(sections);
    const parts = /** @type {const} */ (["for", "against"]).map((direction) => {
      const part = make("i", { class: direction });
      part.style.flexGrow = String(weights[direction]);
      return part;
    });
    return make("div", { class: "balance" },
      make("div", { class: "bar", "aria-hidden": "true" }, ...parts),
      makeCounts(addCounts(sections), say));
  }

  /**
   * Says that lines were set aside, and offers to count them again.
   * @param {SheetLine[]} lines
   * @param {Say} say
   * @param {PanelActions} act
   */
  function makeAsides(lines, say, act) {
    return make("p", { class: "callout" }, make("span", {}, say("aside_count", lines.length)),
      makeButton({ class: "secondary", "data-key": "count again" }, () => act.setAside(lines, false),
        say("aside_undo_all")));
  }

  /**
   * @param {SheetSection} section
   * @param {Filters} hidden
   * @param {Say} say
   * @param {PanelActions} act
   */
  function makeSection({ kind, state, entries, counts }, hidden, say, act) {
    const unseen = state === "present" ? "" : say(`state_${state}`);
    const silent = entries.some(({ lines }) => lines.length) ? "" : say("section_silent");
    return make("section", { class: "part", "data-section": kind },
      make("h3", {}, make("span", {}, say(`section_${kind}`)), makeCounts(counts, say)),
      unseen || silent ? make("p", { class: "quiet" }, unseen || silent) : null,
      ...entries.map((entry) => makeEntry(entry, hidden, say, act)));
  }

  /**
   * @param {Record<Direction, number>} counts
   * @param {Say} say
   */
  function makeCounts(counts, say) {
    const present = DIRECTIONS.filter((direction) => counts[direction] > 0);
    return make("span", { class: "counts" }, ...present.map((direction) =>
      make("span", { class: direction }, say(`count_${direction}`, counts[direction]))));
  }

  /**
   * @param {SheetEntry} entry
   * @param {Filters} hidden
   * @param {Say} say
   * @param {PanelActions} act
   */
  function makeEntry({ id, heading, period, use, lines }, hidden, say, act) {
    const title = heading
      ? make("h4", { dir: "auto" }, heading, period ? make("span", { class: "period" }, period) : null)
      : null;
    const shown = lines.filter((line) => line.isAside || passes(line, hidden));
    const tells = (/** @type {SheetLine} */ { direction, isAside }) => direction !== "unclear" || isAside;
    const makeLines = (/** @type {SheetLine[]} */ some) =>
      make("ul", {}, ...some.map((line) => rolelightLine.makeLine(line, keyOf(id, line), say, act)));
    const unclear = shown.filter((line) => !tells(line));
    return make("div", { class: "entry" }, title,
      use ? make("p", { class: "use" }, use) : null,
      makeLines(shown.filter(tells)),
      unclear.length ? make("details", { "data-fold": `unclear ${id}` },
        make("summary", { "data-key": `unclear ${id}` }, say("count_unclear", unclear.length)),
        makeLines(unclear)) : null);
  }

  /**
   * Tells a line from all others of the panel, also when it is set aside.
   * @param {string} entry
   * @param {SheetLine} line
   */
  const keyOf = (entry, { placements: [first] }) => `${entry} ${first.highlight.id}`;

  /**
   * A list of the server's own sentences, which are English in every interface.
   * @param {string} title
   * @param {string[]} items
   */
  function makeList(title, items) {
    if (items.length === 0) return null;
    return make("section", { class: "part" }, make("h3", {}, title),
      make("ul", { class: "list", lang: "en" }, ...items.map((item) => make("li", {}, item))));
  }

  return { makePanel };
})();
