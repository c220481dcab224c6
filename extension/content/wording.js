// @ts-check
/**
 * What the numbers of a reading are called. Words describe evidence on the page, never the person.
 */
var rolelightWording = (() => {
  /** Log-odds from which a highlight is of strength 2, and 3: the server's own steps (a test compares). */
  const STRENGTHS = [0.12, 0.35];

  /** Probability from which an entry's use of a skill is named at all. */
  const NAMED_USE = 0.5;

  /**
   * What a highlight says about a role, as the server decides it.
   * @param {Wire.Highlight} highlight
   * @param {string} role
   * @returns {Direction}
   */
  function directionFor(highlight, role) {
    return highlight.directions[role] ?? "unclear";
  }

  /**
   * The log-odds that a highlight adds for a role; weights are sparse.
   * @param {Wire.Highlight} highlight
   * @param {string} role
   */
  function weightFor(highlight, role) {
    return highlight.weights[role] ?? 0;
  }

  /**
   * How much a highlight says about a role, 1 to 3.
   * @param {Wire.Highlight} highlight
   * @param {string} role
   */
  function strengthFor(highlight, role) {
    const size = Math.abs(weightFor(highlight, role));
    return 1 + STRENGTHS.filter((least) => size >= least).length;
  }

  /**
   * A role's name for people; without one its id says it.
   * @param {string} role
   * @param {Wire.Role[]} roles
   */
  function roleLabel(role, roles) {
    return roles.find(({ id }) => id === role)?.label ?? capitalise(role.replaceAll("-", " "));
  }

  /** @param {string} word */
  const capitalise = (word) => word.charAt(0).toUpperCase() + word.slice(1);

  /**
   * How much of the page the verdict rests on: "Text in 5 of 9 positions".
   * @param {Wire.Reading} reading
   * @param {Wire.Fit} fit
   * @param {Say} say
   */
  function coverageWords(reading, fit, say) {
    const experience = reading.profile.sections.find(({ kind }) => kind === "experience");
    const count = experience?.entries.length ?? 0;
    if (count === 0) return say("coverage_none");
    return say("coverage", Math.round(fit.coverage * count), count);
  }

  /**
   * The uses of a skill in an entry that are likely enough to be named; strongest first.
   * @param {Record<string, number>} uses probability by use
   */
  function namedUses(uses) {
    const named = Object.entries(uses).filter(([, p]) => p >= NAMED_USE);
    return named.sort((one, other) => other[1] - one[1]).map(([use]) => use);
  }

  /**
   * What a skill was used for, in words.
   * @param {string[]} uses none means that it is not clear
   * @param {Say} say
   */
  function useWords(uses, say) {
    if (uses.length === 0) return say("use_unclear");
    return uses.map((use) => say(`use_${use}`)).join(say("use_and"));
  }

  /**
   * A month or year as the reading gives it: "2020-03" becomes "Mar 2020", in the interface's language.
   * @param {string | null} date
   * @param {Say} say
   */
  function dateWords(date, say) {
    if (!date) return "";
    const [year, month] = date.split("-").map(Number);
    if (!month) return String(year);
    const format = new Intl.DateTimeFormat(say("language"), { month: "short", year: "numeric", timeZone: "UTC" });
    return format.format(Date.UTC(year, month - 1));
  }

  /**
   * Which pages were read together: "2: profile, experience".
   * @param {string[]} pages their addresses
   * @param {Say} say
   */
  function pagesWords(pages, say) {
    const names = pages.map((page) => {
      const [, kind] = /\/details\/([a-z]+)/.exec(page) ?? [];
      return kind ? say(`section_${kind}`) : say("page_profile");
    });
    return say("pages", pages.length, names.join(", "));
  }

  /**
   * A log-odds weight with its sign, to two places: "+1.40", "−0.90"; in German, say, "+1,40".
   * @param {number} weight
   * @param {Say} say
   */
  function weightWords(weight, say) {
    const places = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
    const sign = weight < 0 ? "−" : "+";
    return sign + Math.abs(weight).toLocaleString(say("language"), places);
  }

  return {
    directionFor, weightFor, strengthFor, roleLabel, capitalise, coverageWords, namedUses, useWords,
    dateWords, pagesWords, weightWords,
  };
})();
