// @ts-check
/** What is done with a reading before it is on show: whether it is one, for which role, and where it stands. */
var rolelightReading = (() => {
  const { findNamed } = rolelightAside;
  const { isLost, placeAll } = rolelightLocate;

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
   * Places anew the words that have lost their place on the page, and those that had none yet: a page may
   * draw words late, or take them away and draw them again. Null where nothing is changed by it.
   * @param {Placement[]} placements
   * @param {number} capture the index of the present page's
   * @param {Map<string, Element>} blocks
   * @param {CaptureRules} rules
   */
  async function placeLost(placements, capture, blocks, rules) {
    const lost = placements.filter((one) => one.range ? isLost(one, rules) : one.state !== "elsewhere");
    if (lost.length === 0) return null;
    const anew = await placeHere(lost.map(({ highlight }) => highlight), capture, blocks, rules);
    if (lost.every(({ range }, index) => !range && !anew[index].range)) return null;
    const found = new Map(lost.map((one, index) => [one, anew[index]]));
    return placements.map((one) => found.get(one) ?? one);
  }

  /**
   * Places highlights on the present page. Words that were read on another page of the person may stand here
   * as well, but blocks are numbered on each page anew, so those of another page name none here: such words
   * are found by the exact quote, as on a page that has changed.
   * @param {Wire.Highlight[]} highlights
   * @param {number} capture
   * @param {Map<string, Element>} blocks
   * @param {CaptureRules} rules
   * @returns {Promise<Placement[]>}
   */
  async function placeHere(highlights, capture, blocks, rules) {
    const named = highlights.map((one) => (one.capture === capture ? one : { ...one, block: "" }));
    const placements = await placeAll(named, blocks, rules);
    return placements.map(({ state, range }, index) => {
      const highlight = highlights[index];
      return { highlight, range, state: range || highlight.capture === capture ? state : "elsewhere" };
    });
  }

  return { checkIsProfile, chooseRole, answerFor, placeHere, placeLost };
})();
