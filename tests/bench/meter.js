// The bench's own, put among the extension's content scripts: notes when a run begins each of its steps, where
// the page cannot see it.
{
  const now = () => performance.timeOrigin + performance.now();
  const steps = (globalThis.rolelightMeter = {});

  // Notes when a function is first called, and with `then` also when it is done.
  const note = (owner, name, step, then) => {
    const real = owner[name];
    owner[name] = function (...given) {
      steps[step] ??= now();
      const result = real.apply(this, given);
      if (then) void Promise.resolve(result).then(() => (steps[then] ??= now()));
      return result;
    };
  };

  note(rolelightCapture, "takeCapture", "capture", "request");
  note(rolelightLocate, "placeAll", "locate");
  note(rolelightHighlights.Painter.prototype, "paint", "paint");
}
