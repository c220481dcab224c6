// @ts-check
/**
 * Starts the extension's overlay on a demo profile. All that differs from the extension: the reading is the
 * one that the server computed for this stored page, so there is no token, and nothing is sent.
 */
"use strict";

(async () => {
  const { demo = "", role, languages = "en" } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;

  /** @param {string} path */
  async function getJson(path) {
    const response = await fetch(path);
    const body = await response.json();
    if (!response.ok) throw Object.assign(new Error(body.message), { code: body.code });
    return body;
  }

  /**
   * The first of the user's languages that the overlay speaks.
   * @param {string[]} spoken
   */
  const chooseLanguage = (spoken) =>
    navigator.languages.map((language) => language.split("-")[0]).find((one) => spoken.includes(one)) ?? "en";

  /** @param {string} path */
  const getText = async (path) => (await fetch(path)).text();

  const { overlay_styles: styles } = await getJson("/extension/content/files.json");
  const [rules, messages, ...style] = await Promise.all([
    getJson("/extension/lib/capture_rules.json"),
    getJson(`/extension/_locales/${chooseLanguage(languages.split(" "))}/messages.json`),
    ...styles.map((/** @type {string} */ path) => getText(`/extension/${path}`)),
  ]);
  // @ts-ignore: the global that the content scripts before this one make
  globalThis.rolelight.start({
    rules,
    messages,
    style: style.join("\n"),
    place: { corner: "top-right", collapsed: false },
    getRoles: async () => (await getJson("/api/v1/roles")).roles,
    defaultRole: role ?? null,
    /** @param {unknown} _capture @param {Asked} asked */
    getReading: async (_capture, asked) => {
      const query = new URLSearchParams({ set_aside: asked.setAside.join(",") });
      if (asked.role) query.set("role", asked.role);
      const reading = await getJson(`/demos/${demo}/reading?${query}`);
      return { reading, pages: [location.href], capture: 0, person: demo };
    },
  });
})();
