// @ts-check
/**
 * The badge: the verdict in words for one role, a small meter, the switch of the highlights and of the
 * role, and the button that opens the panel.
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
   * @param {{ pressOpener(): void, toggle(): void, chooseRole(role: string): void, close(): void }} act
   */
  function makeBadge(shown, say, act) {
    const verdict = make("span", { class: "verdict" });
    const meter = make("span", { class: "meter", "aria-hidden": "true" },
      make("i"), make("i"), make("i"));
    const opener = makeButton(
      { class: "opener", "aria-expanded": "false", "aria-controls": "panel" },
      act.pressOpener, meter, verdict, makeHeard(say("badge_open")),
    );
    const toggle = makeButton(
      { class: "toggle", role: "switch", title: say("badge_toggle") },
      act.toggle, make("span", { class: "track", "aria-hidden": "true" }), say("badge_highlights"),
    );
    const close = makeButton(
      { class: "plain close", "aria-label": say("badge_close"), title: say("badge_close") },
      act.close, "×");
    const select = makeRoleSelect(shown, say, act.chooseRole);
    const element = make("div", { class: "badge", role: "group", "aria-label": say("extension_name") },
      make("div", { class: "row" }, opener, close),
      make("div", { class: "row" }, select, toggle));

    /** Brings the badge up to date with what is shown. */
    function update() {
      const { verdict: word } = shown.reading.fits[shown.role];
      verdict.textContent = say(`verdict_${word}`);
      element.dataset.verdict = word;
      [...meter.children].forEach((bar, index) => {
        bar.classList.toggle("full", index < BARS[word]);
      });
      toggle.setAttribute("aria-checked", String(shown.painted));
      select.value = shown.role;
    }

    update();
    return { element, opener, update };
  }

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
    select.addEventListener("change", () => choose(select.value));
    return select;
  }

  return { makeBadge };
})();
