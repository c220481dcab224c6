// @ts-check
/** The one line for screen readers: the verdict, and how much speaks for and against it. */
var rolelightStatus = (() => {
  const { makeSheet, addCounts } = rolelightSheet;

  /**
   * Says how things stand for the role on show.
   * @param {Shown} shown
   * @param {Say} say
   */
  function stateWords(shown, say) {
    const { reading, role, roles } = shown;
    const counts = addCounts(makeSheet(shown, say));
    const verdict = say(`verdict_${reading.fits[role].verdict}`);
    const label = rolelightWording.roleLabel(role, roles);
    return say("status", verdict, label, counts.for, counts.against, counts.unclear);
  }

  return { stateWords };
})();
