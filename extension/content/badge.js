// @ts-check
/**
 * The badge: the verdict in words for one role, a small meter, the switch of the highlights and of the
 * role, and the button that opens the panel. Collapsed, it is a dot that shows the meter alone.
 */
var rolelightBadge = (() => {
  const { make, makeButton, makeHeard } = rolelightElement;
  const { roleLabel } = rolelightWording;

  /** How many of the meter's three bars a verdict fills. */
  const BARS = /** @type {Record<string, number>} */ ({
    strong: 3, possible: 2, unlikely: 1, not_enough_evidence: 0,
  });

  /**
   * Makes the badge of a reading.
   * @param {Shown} shown
   * @param {Say} say
   * @param {HTMLElement} grip
   * @param {{ pressOpener(): void, toggle(): void, chooseRole(role: string): void, close(): void,
   *   collapse(isCollapsed: boolean): void }} act
   */
  function makeBadge(shown, say, grip, act) {
    const verdict = make("span", { class: "verdict" });
    const opener = makeButton(
      { class: "opener", "aria-expanded": "false", "aria-controls": "panel" },
      act.pressOpener, makeMeter(), verdict, makeHeard(say("badge_open")));
    const toggle = makeButton(
      { class: "toggle", role: "switch", title: say("badge_toggle") },
      act.toggle, make("span", { class: "track", "aria-hidden": "true" }), say("badge_highlights"));
    const select = makeRoleSelect(shown, say, act.chooseRole);
    const dot = makeButton({ class: "dot" }, () => act.collapse(false), makeMeter(), makeHeard(""));
    const element = make("div", { class: "badge", role: "group", "aria-label": say("extension_name") },
      make("div", { class: "row" }, grip, opener,
        makeIcon("minimise", say("badge_collapse"), () => act.collapse(true), "–"),
        makeIcon("close", say("badge_close"), act.close, "×")),
      make("div", { class: "row" }, select, toggle));

    /** Brings badge and dot up to date with what is shown. */
    function update() {
      const { verdict: word } = shown.reading.fits[shown.role];
      verdict.textContent = say(`verdict_${word}`);
      const inWords = say("badge_dot", say(`verdict_${word}`), roleLabel(shown.role, shown.roles));
      dot.title = inWords;
      /** @type {HTMLElement} */ (dot.lastElementChild).textContent = inWords;
      for (const part of [element, dot]) {
        part.dataset.verdict = word;
        part.querySelectorAll(".meter i").forEach((bar, index) => {
          bar.classList.toggle("full", index < BARS[word]);
        });
      }
      toggle.setAttribute("aria-checked", String(shown.painted));
      select.value = shown.role;
    }

    update();
    return { element, dot, opener, update };
  }

  const makeMeter = () => make("span", { class: "meter", "aria-hidden": "true" },
    make("i"), make("i"), make("i"));

  /**
   * @param {string} name
   * @param {string} label
   * @param {() => void} press
   * @param {string} sign
   */
  const makeIcon = (name, label, press, sign) =>
    makeButton({ class: `plain ${name}`, "aria-label": label, title: label }, press, sign);

  /**
   * @param {Shown} shown
   * @param {Say} say
   * @param {(role: string) => void} choose
   */
  function makeRoleSelect({ reading, roles }, say, choose) {
    const options = Object.keys(reading.fits)
      .map((role) => ({ role, label: roleLabel(role, roles) }))
      .sort((one, other) => one.label.localeCompare(other.label))
      .map(({ role, label }) => make("option", { value: role }, label));
    const select = make("select", { "aria-label": say("badge_role") }, ...options);
    select.addEventListener("change", (event) => {
      if (event.isTrusted) choose(select.value);
    });
    return select;
  }

  return { makeBadge, makeIcon };
})();
