// @ts-check
/**
 * The interface's texts: one file, _locales/en/messages.json, for the extension and for the demo pages.
 *
 * Content scripts are classic scripts that share one global. Each makes one `var` (which, unlike `const`,
 * may be met twice) and begins by naming what it uses of the others.
 */
var rolelightMessages = (() => {
  /**
   * Gives the function that says a message by its name, with $1, $2 ... replaced by the values given.
   * A name without a message is said as it is, so that a missing text shows instead of failing.
   * @param {Messages} messages
   * @returns {Say}
   */
  function speaker(messages) {
    return (name, ...values) => {
      const text = messages[name]?.message ?? name;
      return text.replace(/\$(\d)/g, (_, number) => String(values[number - 1] ?? ""));
    };
  }

  return { speaker };
})();
