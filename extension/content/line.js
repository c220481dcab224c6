// @ts-check
/**
 * One line of evidence in the panel: a button that leads to its words on the page, and one that sets the
 * line aside or counts it again.
 */
var rolelightLine = (() => {
  const { make, makeButton, makeHeard } = rolelightElement;

  /**
   * Makes a line: its words as they are underlined on the page, why they matter, and what keeps them from
   * counting for more. Note and reason are cut for the eye alone; pointer and focus show them whole.
   * @param {SheetLine} line
   * @param {string} key tells the line from all others, for the focus
   * @param {Say} say
   * @param {PanelActions} act
   */
  function makeLine(line, key, say, act) {
    return make("li", { class: line.isAside ? "aside" : null },
      makeEvidence(line, key, say, act), makeAside(line, key, say, act));
  }

  /**
   * @param {SheetLine} line
   * @param {string} key
   * @param {Say} say
   * @param {PanelActions} act
   */
  function makeEvidence(line, key, say, act) {
    let times = 0;
    const press = () => {
      act.jump(line, times);
      times += 1;
    };
    const button = makeButton(
      { class: `line ${line.direction}`, "data-key": key, "aria-disabled": line.state === "found" ? null : "true" },
      press, ...describe(line, say));
    for (const type of ["pointerenter", "focus"]) {
      button.addEventListener(type, () => act.tell(line.strongest, button));
    }
    button.addEventListener("pointerleave", act.leave);
    button.addEventListener("blur", act.hush);
    return button;
  }

  /**
   * @param {SheetLine} line
   * @param {Say} say
   */
  function describe({ words, direction, strength, placements, state, note, reason, isAside }, say) {
    const lost = state === "found" ? null : say(`placement_${state}`);
    return [
      makeHeard(say(isAside ? "heard_aside" : `heard_${direction}`)),
      make("q", { class: `s${strength}`, dir: "auto" }, words),
      placements.length > 1 ? make("span", { class: "times" }, say("times", placements.length)) : null,
      make("span", { class: "note", lang: lost ? null : "en" }, lost ?? note),
      reason ? make("span", { class: "reason", lang: "en" }, reason) : null,
    ];
  }

  /**
   * @param {SheetLine} line
   * @param {string} key
   * @param {Say} say
   * @param {PanelActions} act
   */
  function makeAside(line, key, say, act) {
    const label = say(line.isAside ? "aside_undo" : "aside_do", line.words);
    return makeButton(
      { class: "plain strike", "data-key": `aside ${key}`, "aria-label": label, title: label },
      () => act.setAside([line], !line.isAside), line.isAside ? "↺" : "⊘");
  }

  return { makeLine };
})();
