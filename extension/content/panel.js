// @ts-check
/**
 * The panel: the balance sheet, section by section, each line a button that leads to its words. It is the
 * accessible form of the highlights, which no assistive technology can see.
 */
var rolelightPanel = (() => {
  const { make, makeButton, makeHeard } = rolelightElement;
  const { roleLabel, capitalise, coverageWords, useWords } = rolelightWording;
  const { makeSheet, addCounts, addWeights, DIRECTIONS } = rolelightSheet;

  /**
   * @typedef {{ jump(line: SheetLine, times: number): void, closePanel(): void,
   *   tell(placement: Placement, beside: Element): void, hush(): void }} PanelActions
   */

  /**
   * Makes the panel's element for the role on show.
   * @param {Shown} shown
   * @param {Say} say
   * @param {PanelActions} act
   */
  function makePanel(shown, say, act) {
    const { reading, role } = shown;
    const fit = reading.fits[role];
    const sections = makeSheet(shown, say);
    return make("section", { class: "panel", id: "panel", "aria-labelledby": "panel-title" },
      makeButton({ class: "plain close", "aria-label": say("panel_close") }, act.closePanel, "×"),
      ...makeHead(shown, fit, say),
      makeBalance(sections, say),
      ...sections.map((section) => makeSection(section, say, act)),
      makeList(say("missing_title"), fit.missing),
      makeList(say("questions_title"), fit.questions),
      rolelightSums.makeSums(fit, say),
      make("footer", {}, say("footer")));
  }

  /**
   * The verdict as a sentence, which skill it is for, and how much of the page it rests on.
   * @param {Shown} shown
   * @param {Wire.Fit} fit
   * @param {Say} say
   */
  function makeHead({ reading, role, roles }, fit, say) {
    const skill = fit.skill && capitalise(fit.skill);
    const uses = fit.skill ? reading.uses[fit.skill]?.main : null;
    return [
      make("h2", { id: "panel-title", tabindex: -1 }, roleLabel(role, roles)),
      make("p", { class: "sentence" }, say(`sentence_${fit.verdict}`)),
      make("dl", {},
        ...makeFact(say("fact_evidence"), skill ? say("evidence_for", skill) : say("evidence_any")),
        ...(uses ? makeFact(say("fact_use", skill ?? ""), useWords(uses, say)) : []),
        ...makeFact(say("fact_coverage"), coverageWords(reading, fit, say))),
    ];
  }

  /**
   * @param {string} name
   * @param {string} value
   */
  const makeFact = (name, value) => [make("dt", {}, name), make("dd", {}, value)];

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
   * @param {SheetSection} section
   * @param {Say} say
   * @param {PanelActions} act
   */
  function makeSection({ kind, state, entries, counts }, say, act) {
    const unseen = state === "present" ? "" : say(`state_${state}`);
    const silent = entries.some(({ lines }) => lines.length) ? "" : say("section_silent");
    return make("section", { class: "part", "data-section": kind },
      make("h3", {}, make("span", {}, say(`section_${kind}`)), makeCounts(counts, say)),
      unseen || silent ? make("p", { class: "quiet" }, unseen || silent) : null,
      ...entries.map((entry) => makeEntry(entry, say, act)));
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
   * @param {Say} say
   * @param {PanelActions} act
   */
  function makeEntry({ heading, period, use, lines }, say, act) {
    const title = heading
      ? make("h4", {}, heading, period ? make("span", { class: "period" }, period) : null)
      : null;
    return make("div", { class: "entry" }, title,
      use ? make("p", { class: "use" }, use) : null,
      make("ul", {}, ...lines.map((line) => make("li", {}, makeLine(line, say, act)))));
  }

  /**
   * One line of evidence: its words as they are underlined on the page, why they matter, and what keeps
   * them from counting for more. Note and reason are cut for the eye alone; pointer and focus show them whole.
   * @param {SheetLine} line
   * @param {Say} say
   * @param {PanelActions} act
   */
  function makeLine(line, say, act) {
    let times = 0;
    const press = () => {
      act.jump(line, times);
      times += 1;
    };
    const count = line.placements.length;
    const lost = line.state === "found" ? null : say(`placement_${line.state}`);
    const button = makeButton(
      { class: `line ${line.direction}`, "aria-disabled": lost ? "true" : null }, press,
      makeHeard(say(`heard_${line.direction}`)),
      make("q", { class: `s${line.strength}` }, line.words),
      count > 1 ? make("span", { class: "times" }, say("times", count)) : null,
      make("span", { class: "note" }, lost ?? line.note),
      line.reason ? make("span", { class: "reason" }, line.reason) : null);
    for (const type of ["pointerenter", "focus"]) {
      button.addEventListener(type, () => act.tell(line.strongest, button));
    }
    for (const type of ["pointerleave", "blur"]) button.addEventListener(type, act.hush);
    return button;
  }

  /**
   * @param {string} title
   * @param {string[]} items
   */
  function makeList(title, items) {
    if (items.length === 0) return null;
    return make("section", { class: "part" }, make("h3", {}, title),
      make("ul", { class: "list" }, ...items.map((item) => make("li", {}, item))));
  }

  return { makePanel };
})();
