// @ts-check
/**
 * Starts the extension's overlay on a demo profile. All that differs from the extension: the reading is the
 * one that the server computed for this stored page, so there is no token, and nothing is sent.
 */
"use strict";

(async () => {
  const { demo, role } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;

  /** @param {string} path */
  async function getJson(path) {
    const response = await fetch(path);
    const body = await response.json();
    if (!response.ok) throw Object.assign(new Error(body.message), { code: body.code });
    return body;
  }

  const [rules, messages] = await Promise.all([
    getJson("/extension/lib/capture_rules.json"),
    getJson("/extension/_locales/en/messages.json"),
  ]);
  // @ts-ignore: the global that the content scripts before this one make
  globalThis.rolelight.start({
    rules,
    messages,
    getRoles: async () => (await getJson("/api/v1/roles")).roles,
    defaultRole: role ?? null,
    /** @param {unknown} _captures @param {{ role: string | null }} asked */
    getReading: (_captures, asked) =>
      getJson(`/demos/${demo}/reading${asked.role ? `?role=${encodeURIComponent(asked.role)}` : ""}`),
  });
})();
