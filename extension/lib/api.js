// @ts-check
/** The browser's extension interface, by the name that each browser gives it. */
export const api = globalThis.browser ?? globalThis.chrome;
