// @ts-check
/** What is done with a reading before it is on show: whether it is one, for which role, and where it stands. */
var rolelightReading = (() => {
  const { findNamed } = rolelightAside;
  const { isLost, makeLocator } = rolelightLocate;

  /** @param {Wire.Reading} reading */
  function checkIsProfile({ profile, fits }) {
    const isEmpty = Object.keys(fits).length === 0;
    if (profile.page_state === "profile" && !isEmpty) return;
    const code = profile.page_state === "profile" ? "unexpected" : `page_${profile.page_state}`;
    throw Object.assign(new Error(code), { code });
  }

  /**
   * The role to show first: the one asked for, or the first that the reading has.
   * @param {Wire.Reading} reading
   * @param {string | null} asked
   */
  function chooseRole(reading, asked) {
    const roles = Object.keys(reading.fits);
    return [asked, reading.role].find((role) => role && roles.includes(role)) ?? roles[0];
  }

  /**
   * Gets the reading of a capture. What the user had set aside of the same person is set aside again, which
   * takes a second question: only the first answer tells what it is called now.
   * @param {Wire.Capture} capture
   * @param {Choices | null} choices
   * @param {StartOptions} options
   * @returns {Promise<Answer>}
   */
  async function answerFor(capture, choices, { getReading, defaultRole }) {
    const role = choices?.role ?? defaultRole;
    const answer = await getReading(capture, { role, setAside: [] });
    if (!choices || choices.person !== answer.person) return answer;
    const setAside = findNamed(answer.reading, choices.aside);
    return setAside.length ? getReading(capture, { role, setAside }) : answer;
  }

  /**
   * Places the highlights. Words that were read on another page of the person may stand here as well: by
   * their exact quote they are found, as on a page that has changed.
   * @param {Answer} answer
   * @param {Map<string, Element>} blocks
   * @param {CaptureRules} rules
   * @returns {Promise<Placement[]>}
   */
  async function placeAnswer({ reading, capture }, blocks, rules) {
    const locate = makeLocator(blocks, rules);
    return reading.highlights.map((highlight) => {
      if (highlight.capture === capture) return locate(highlight);
      const { state, range } = locate({ ...highlight, block: "" });
      return { highlight, range, state: state === "found" ? state : "elsewhere" };
    });
  }

  /**
   * Places anew the words that have lost their place on the page, now or before: a page may take words away
   * and draw them again. Null where none has.
   * @param {Placement[]} placements
   * @param {Map<string, Element>} blocks
   * @param {CaptureRules} rules
   */
  async function placeLost(placements, blocks, rules) {
    const lost = new Set(placements.filter((one) => one.wasLost || (one.range && isLost(one, rules))));
    if (lost.size === 0) return null;
    const locate = makeLocator(blocks, rules);
    return placements.map((one) => {
      if (!lost.has(one)) return one;
      const placement = locate(one.highlight);
      return { ...placement, wasLost: placement.state !== "found" };
    });
  }

  return { checkIsProfile, chooseRole, answerFor, placeAnswer, placeLost };
})();
