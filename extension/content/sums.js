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
        make("tbody", {}, ...fit.lines.map(({ text, weight }) => makeRow(text, weight))),
        make("tfoot", {}, makeRow(say("sums_total"), total))),
      make("p", { class: "quiet" }, say("sums_origin")));
  }

  /**
   * @param {string} text
   * @param {number} weight
   */
  function makeRow(text, weight) {
    return make("tr", {}, make("th", { scope: "row" }, text), make("td", {}, weightWords(weight)));
  }

  return { makeSums };
})();
