// @ts-check
/** The timeline of a skill: a small chart of what it was used for, year by year, and the same in words. */
var rolelightTimeline = (() => {
  const { make } = rolelightElement;

  /** Above this many years, only the first and the last are written under the chart. */
  const YEARS_IN_FULL = 6;

  /**
   * Makes the chart, or nothing where the page gives no years.
   * @param {Wire.SkillUses | undefined} uses
   * @param {string} title
   * @param {Say} say
   */
  function makeTimeline(uses, title, say) {
    const periods = uses?.timeline ?? [];
    if (periods.length === 0) return null;
    const first = Math.min(...periods.map(({ from }) => Number(from)));
    const last = Math.max(...periods.map(({ to }) => Number(to)));
    const rows = [...new Set(periods.map(({ use }) => use))];
    return make("section", { class: "part timeline" },
      make("h3", {}, title),
      make("ul", {}, ...rows.map((use) =>
        makeRow(use, periods.filter((period) => period.use === use), { first, last }, say))),
      makeYears(first, last));
  }

  /**
   * @param {string} use
   * @param {Wire.SkillUses["timeline"]} periods those of that use
   * @param {{ first: number, last: number }} span
   * @param {Say} say
   */
  function makeRow(use, periods, { first, last }, say) {
    const track = make("span", { class: "track", "aria-hidden": "true" }, ...periods.map((period) => {
      const bar = make("i", { title: periodWords(period) });
      bar.style.gridColumn = `${Number(period.from) - first + 1} / ${Number(period.to) - first + 2}`;
      bar.style.opacity = String(period.p);
      return bar;
    }));
    track.style.gridTemplateColumns = `repeat(${last - first + 1}, 1fr)`;
    const years = periods.map(periodWords).join(", ");
    return make("li", {}, make("span", { class: "use-name" }, say(`use_${use}`)), track,
      make("span", { class: "heard" }, years));
  }

  /**
   * The years of a period: "2019 – 2024", or one year.
   * @param {{ from: string, to: string }} period
   */
  const periodWords = ({ from, to }) => (from === to ? from : `${from} – ${to}`);

  /**
   * @param {number} first
   * @param {number} last
   */
  function makeYears(first, last) {
    const count = last - first + 1;
    const years = count > YEARS_IN_FULL ? [first, last] : Array.from({ length: count }, (_, at) => first + at);
    return make("div", { class: "years", "aria-hidden": "true" },
      ...years.map((year) => make("span", {}, String(year))));
  }

  return { makeTimeline, periodWords };
})();
