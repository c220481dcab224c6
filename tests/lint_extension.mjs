// @ts-check
/** Runs `web-ext lint` on the extension and fails on anything but the one warning that cannot be helped. */
import { spawnSync } from "node:child_process";

/** Chromium needs the service worker, Firefox the scripts; one manifest for both names both. */
const ALLOWED = new Set(["BACKGROUND_SERVICE_WORKER_IGNORED"]);

const lint = spawnSync(
  "npx", ["web-ext", "lint", "--source-dir", "../extension", "--output", "json"], { encoding: "utf8" });
const { errors, warnings, notices } = JSON.parse(lint.stdout);
const found = [...errors, ...warnings, ...notices].filter(({ code }) => !ALLOWED.has(code));
for (const { code, file, message } of found) console.error(`${file ?? "manifest"}: ${code}: ${message}`);
process.exit(found.length ? 1 : 0);
