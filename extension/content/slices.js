// @ts-check
/**
 * Long work in slices, so that the page can answer its user in between. Work is a generator that pauses every
 * few steps; whether a pause is used to let the page go first is decided here.
 */
var rolelightSlices = (() => {
  /** How long a slice lasts, in milliseconds: with what the page does itself it stays far below 50. */
  const SLICE = 8;

  /**
   * Does work in slices. Work stands at a place in the page and may find after a pause that the place is gone:
   * it throws then, and is done anew in one go.
   * @template T
   * @param {() => Work<T>} makeWork
   * @returns {Promise<T>}
   */
  async function inSlices(makeWork) {
    try {
      return await rest(makeWork());
    } catch (error) {
      if (error !== MOVED) throw error;
      return atOnce(makeWork());
    }
  }

  /** What work throws when the page has changed where it stands. */
  const MOVED = new Error("The page has changed where the work stood.");

  /**
   * @template T
   * @param {Work<T>} work
   */
  async function rest(work) {
    let end = performance.now() + SLICE;
    for (;;) {
      const { done, value } = work.next();
      if (done) return value;
      if (performance.now() < end) continue;
      await scheduler.yield();
      end = performance.now() + SLICE;
    }
  }

  /**
   * Does work in one go.
   * @template T
   * @param {Work<T>} work
   * @returns {T}
   */
  function atOnce(work) {
    for (;;) {
      const { done, value } = work.next();
      if (done) return value;
    }
  }

  return { inSlices, atOnce, MOVED };
})();
