// @ts-check
/** The sums behind a verdict, folded away until asked for: each line's weight, and what they come to. */
var rolelightSums = (() => {
  const { make } = rolelightElement;
  const { weightWords } = rolelightWording;

  /**
   * Makes the folded table of a fit's lines and their total.
   * @param {Wire.Fit} fit
   * @param {Say} say
   */
  function makeSums(fit, say) {
    const total = fit.lines.reduce((sum, { weight }) => sum + weight, 0);
    return make("details", { class: "sums", "data-fold": "sums" },
      make("summary", { "data-key": "sums" }, say("sums_title")),
      make("p", { class: "quiet" }, say("sums_explained")),
      make("table", {},
        make("tbody", {}, ...fit.lines.map(({ text, weight }) => makeRow(text, "en", weight, say))),
        make("tfoot", {}, makeRow(say("sums_total"), null, total, say))),
      make("p", { class: "quiet" }, say("sums_origin")));
  }

  /**
   * @param {string} text
   * @param {"en" | null} language that of the server's words, where they are the server's
   * @param {number} weight
   * @param {Say} say
   */
  function makeRow(text, language, weight, say) {
    return make("tr", {},
      make("th", { scope: "row", lang: language }, text), make("td", {}, weightWords(weight, say)));
  }

  return { makeSums };
})();
