// @ts-check
/** The head of the panel: the verdict as a sentence, what it rests on, what to do, and what is not loaded. */
var rolelightHead = (() => {
  const { make, makeButton } = rolelightElement;
  const { roleLabel, capitalise, coverageWords, pagesWords, useWords } = rolelightWording;

  /** Sections without which a verdict is thin; a page that has not shown them can be read again. */
  const WORTH_LOADING = ["experience", "education", "skills"];

  /**
   * The verdict as a sentence, which skill it is for, how much of the page it rests on, and what to do.
   * @param {Shown} shown
   * @param {Wire.Fit} fit
   * @param {Say} say
   * @param {PanelActions} act
   */
  function makeHead(shown, fit, say, act) {
    const { reading, role, roles, pages } = shown;
    const skill = fit.skill && capitalise(fit.skill);
    const uses = fit.skill ? reading.uses[fit.skill]?.main : null;
    return [
      make("div", { class: "row head" },
        make("h2", { id: "panel-title", tabindex: -1, "data-key": "title" }, roleLabel(role, roles)),
        makeButton({ class: "plain close", "aria-label": say("panel_close"), "data-key": "close" },
          act.closePanel, "×")),
      make("p", { class: "sentence" }, say(`sentence_${fit.verdict}`)),
      skill ? null : make("p", { class: "quiet hint" }, say("hint")),
      makeActions(say, act),
      make("dl", {},
        ...makeFact(say("fact_evidence"), skill ? say("evidence_for", skill) : say("evidence_any")),
        ...(uses ? makeFact(say("fact_use", skill ?? ""), useWords(uses, say)) : []),
        ...makeFact(say("fact_coverage"), coverageWords(reading, fit, say)),
        ...(pages.length > 1 ? makeFact(say("fact_pages"), pagesWords(pages, say)) : [])),
    ];
  }

  /**
   * @param {Say} say
   * @param {PanelActions} act
   */
  function makeActions(say, act) {
    const press = (/** @type {string} */ name, /** @type {() => void} */ action, kind = "secondary") =>
      makeButton({ class: kind, "data-key": name }, action, say(name));
    const step = (/** @type {string} */ name, /** @type {() => void} */ action, /** @type {string} */ sign) =>
      makeButton({ class: "secondary step", "data-key": name, "aria-label": say(name), title: say(name) },
        action, sign);
    return make("div", { class: "row actions" },
      press("copy_summary", act.copy, "primary"),
      press("read_again", act.readAgain),
      make("span", { class: "steps" },
        step("step_back", () => act.step(-1), "↑"), step("step_on", () => act.step(1), "↓")));
  }

  /**
   * @param {string} name
   * @param {string} value
   */
  const makeFact = (name, value) => [make("dt", {}, name), make("dd", {}, value)];

  /**
   * What the page has not shown, and what the user can do about it.
   * @param {Wire.Reading} reading
   * @param {Say} say
   * @param {PanelActions} act
   */
  function makeGaps({ profile }, say, act) {
    return ["not_loaded", "truncated"].flatMap((state) => {
      const sections = profile.sections.filter((one) => one.state === state && WORTH_LOADING.includes(one.kind));
      if (sections.length === 0) return [];
      const names = sections.map(({ kind }) => say(`section_${kind}`)).join(", ");
      return [make("p", { class: "callout", "data-gap": state },
        make("span", {}, say(`gap_${state}`, names)),
        state === "not_loaded"
          ? makeButton({ class: "secondary", "data-key": "load" }, act.readAgain, say("read_again"))
          : null)];
    });
  }

  return { makeHead, makeGaps };
})();
