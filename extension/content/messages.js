// @ts-check
/**
 * The interface's texts: messages.json of each language in _locales, for the extension and for the demo
 * pages.
 *
 * Content scripts are classic scripts that share one global. Each makes one `var` (which, unlike `const`,
 * may be met twice) and begins by naming what it uses of the others.
 */
var rolelightMessages = (() => {
  /**
   * Gives the function that says a message by its name, with $1, $2 ... replaced by the values given.
   * A value that is not known here (of a newer server, say) is said in its own words, and no name of a
   * message is ever seen: "section_further_training" without a message is "further training".
   * @param {Messages} messages
   * @returns {Say}
   */
  function speaker(messages) {
    return (name, ...values) => {
      const text = messages[name]?.message ?? name.replace(/^[a-z]+_/, "").replaceAll("_", " ");
      return text.replace(/\$(\d)/g, (_, number) => String(values[number - 1] ?? ""));
    };
  }

  /**
   * The code of a failure that has a message: the one given, or else the general one of its kind.
   * @param {Messages} messages
   * @param {string} code
   */
  function knownFailure(messages, code) {
    if (messages[`failure_${code}`] && messages[`failure_${code}_title`]) return code;
    return code.startsWith("page_") ? "page_not_a_profile" : "unexpected";
  }

  return { speaker, knownFailure };
})();
