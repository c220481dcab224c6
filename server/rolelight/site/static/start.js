// @ts-check
/** The start page's two helpers: buttons that copy a path, and the time that a pairing code has left. */
"use strict";

for (const button of document.querySelectorAll("button[data-copy]")) {
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.getAttribute("data-copy") ?? "");
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = "Copy"; }, 2000);
  });
}

/** @param {number} seconds */
function inWords(seconds) {
  if (seconds <= 0) return "no time";
  const minutes = Math.floor(seconds / 60);
  const rest = String(seconds % 60).padStart(2, "0");
  return minutes ? `${minutes}:${rest} minutes` : `${seconds} seconds`;
}

for (const element of document.querySelectorAll("[data-seconds]")) {
  const end = Date.now() + Number(element.getAttribute("data-seconds")) * 1000;
  const show = () => { element.textContent = inWords(Math.max(0, Math.round((end - Date.now()) / 1000))); };
  show();
  setInterval(show, 1000);
}
