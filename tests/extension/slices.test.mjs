// @ts-check
/** Work in slices ends as work in one go does, and is done anew where the page has moved under it. */
import assert from "node:assert/strict";
import test from "node:test";
import "./load.mjs";

const { inSlices, atOnce, MOVED } = rolelightSlices;

/** @returns {Work<number>} */
function* count() {
  let steps = 0;
  for (; steps < 1000; steps += 1) yield;
  return steps;
}

test("work in slices gives what work in one go gives", async () => {
  assert.equal(await inSlices(count), atOnce(count()));
});

test("work is done anew when the page has moved under it", async () => {
  let times = 0;
  const steps = await inSlices(function* () {
    times += 1;
    yield;
    if (times === 1) throw MOVED;
    return yield* count();
  });
  assert.deepEqual([steps, times], [1000, 2]);
});

test("another error of work is not hidden", async () => {
  const fails = inSlices(function* () {
    yield;
    throw new Error("a fault of our own");
  });
  await assert.rejects(fails, /a fault of our own/);
});
