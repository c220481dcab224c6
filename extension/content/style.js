// @ts-check
/** The style sheet of the overlay, kept inside its shadow root. */
var rolelightStyle = (() => {
  const COLOURS = `
    :host {
      --ground: #ffffff; --raised: #f6f8f8; --ink: #17211f; --quiet: #56635f; --edge: #dde4e2;
      --accent: #0f766e; --accent-ink: #ffffff; --accent-soft: #e3f4f1;
      --for: #0f766e; --against: #b45309; --unclear: #64748b;
      --shadow: 0 1px 2px rgb(16 40 36 / 8%), 0 8px 28px rgb(16 40 36 / 16%);
    }
    @media (prefers-color-scheme: dark) {
      :host {
        --ground: #151b1a; --raised: #1e2625; --ink: #e9efed; --quiet: #a3b1ad; --edge: #2f3a38;
        --accent: #2dd4bf; --accent-ink: #06211e; --accent-soft: #14352f;
        --for: #2dd4bf; --against: #f5a524; --unclear: #94a3b8;
        --shadow: 0 1px 2px rgb(0 0 0 / 40%), 0 8px 28px rgb(0 0 0 / 50%);
      }
    }`;

  const BASE = `
    * { box-sizing: border-box; margin: 0; padding: 0; }
    [hidden] { display: none !important; }
    .badge, .panel, .tip {
      position: fixed; font: 13.5px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
      color: var(--ink); background: var(--ground); border: 1px solid var(--edge);
      box-shadow: var(--shadow); text-align: start; overflow-wrap: anywhere;
    }
    button, select { font: inherit; color: inherit; background: none; border: 0; cursor: pointer; }
    :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
    h2, h3, h4 { font-weight: 600; line-height: 1.3; }
    ul { list-style: none; }
    .row { display: flex; align-items: center; gap: 8px; }
    .quiet, .use, .period, .note, .times { color: var(--quiet); }
    .heard {
      position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
      white-space: nowrap;
    }
    .close {
      width: 28px; height: 28px; border-radius: 8px; font-size: 18px; line-height: 1;
      color: var(--quiet);
    }
    .close:hover { background: var(--raised); color: var(--ink); }`;

  const BADGE = `
    .badge {
      top: 72px; right: 20px; width: 344px; max-width: calc(100vw - 24px); border-radius: 14px;
      padding: 10px 12px; display: grid; gap: 8px;
    }
    .badge .row { justify-content: space-between; }
    .opener {
      display: flex; align-items: center; gap: 10px; flex: 1; padding: 6px 8px; margin: -2px 0 -2px -4px;
      border-radius: 9px; font-size: 15px; font-weight: 600; text-align: start;
    }
    .opener:hover { background: var(--raised); }
    .opener::after {
      content: ""; width: 7px; height: 7px; margin: -4px 4px 0 auto; rotate: 45deg;
      border: solid var(--quiet); border-width: 0 2px 2px 0;
    }
    .opener[aria-expanded="true"]::after { rotate: 225deg; margin-top: 4px; }
    .meter { display: flex; align-items: end; gap: 3px; height: 18px; }
    .meter i { width: 5px; border-radius: 2px; border: 1px solid var(--accent); height: 8px; }
    .meter i:nth-child(2) { height: 13px; }
    .meter i:nth-child(3) { height: 18px; }
    .meter i.full { background: var(--accent); }
    [data-verdict="not_enough_evidence"] .meter i { border: 1px dashed var(--unclear); }
    [data-verdict="unlikely"] .meter i { border-color: var(--unclear); }
    [data-verdict="unlikely"] .meter i.full { background: var(--unclear); }
    select {
      flex: 1; min-width: 0; padding: 5px 4px; border: 1px solid var(--edge); border-radius: 8px;
      background: var(--ground); text-overflow: ellipsis;
    }
    .toggle { display: flex; align-items: center; gap: 6px; padding: 5px 4px; border-radius: 8px; }
    .track {
      width: 28px; height: 16px; border-radius: 9px; border: 1px solid var(--unclear); padding: 2px;
    }
    .track::before {
      content: ""; display: block; width: 10px; height: 10px; border-radius: 5px;
      background: var(--unclear); transition: translate 0.15s;
    }
    [aria-checked="true"] .track { background: var(--accent); border-color: var(--accent); }
    [aria-checked="true"] .track::before { background: var(--accent-ink); translate: 12px; }
    .waiting { display: flex; align-items: center; gap: 10px; width: auto; padding: 12px 16px; }
    .pulse {
      width: 10px; height: 10px; border-radius: 5px; background: var(--accent);
      animation: pulse 1.2s ease-in-out infinite alternate;
    }
    @keyframes pulse { to { opacity: 0.25; } }
    .failure { padding: 16px; gap: 6px; }
    .failure h2 { font-size: 15px; }
    .failure .row { justify-content: start; flex-wrap: wrap; margin-top: 8px; }
    .primary, .secondary { padding: 6px 12px; border-radius: 8px; border: 1px solid var(--edge); }
    .primary { background: var(--accent); border-color: var(--accent); color: var(--accent-ink); }
    .secondary:hover { background: var(--raised); }`;

  const PANEL = `
    .panel {
      top: 176px; right: 20px; width: 416px; max-width: calc(100vw - 24px);
      max-height: calc(100vh - 196px); overflow: auto; overscroll-behavior: contain;
      border-radius: 14px; padding: 18px 20px 16px; scrollbar-width: thin;
    }
    .panel > .close {
      position: sticky; top: 0; float: right; margin: -6px -8px 0 0; background: var(--ground);
    }
    .panel > .close:hover { background: var(--raised); }
    .panel h2 { font-size: 16px; }
    .panel h2:focus { outline: none; }
    .sentence { margin: 2px 0 12px; }
    dl {
      display: grid; grid-template-columns: auto 1fr; gap: 3px 14px; padding: 10px 12px;
      background: var(--raised); border-radius: 10px;
    }
    dt { color: var(--quiet); }
    .part { margin-top: 20px; }
    .part h3 {
      display: flex; justify-content: space-between; align-items: baseline; gap: 12px; font-size: 13.5px;
      padding-bottom: 5px; border-bottom: 1px solid var(--edge); margin-bottom: 6px;
    }
    .counts { display: flex; gap: 10px; font-weight: 400; font-size: 12.5px; }
    .counts .for { color: var(--for); }
    .counts .against { color: var(--against); }
    .counts .unclear { color: var(--unclear); }
    .entry:has(h4) { margin-top: 10px; }
    .entry h4 { display: flex; justify-content: space-between; gap: 12px; font-size: 13.5px; }
    .period { font-weight: 400; font-size: 12.5px; white-space: nowrap; }
    .line {
      display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 6px; width: calc(100% + 16px);
      margin: 0 -8px;
      padding: 3px 8px; border-radius: 7px; text-align: start;
    }
    .line:hover { background: var(--raised); }
    .line:focus-visible { outline-offset: -2px; }
    .line[aria-disabled="true"] { cursor: default; }
    .line q { quotes: none; font-weight: 500; text-underline-offset: 3px; }
    .line.for q { text-decoration: underline solid var(--for) 1px; }
    .line.against q { text-decoration: underline dashed var(--against) 1px; }
    .line.unclear q { text-decoration: underline dotted var(--unclear) 2px; }
    .line q.s2 { text-decoration-thickness: 2px; }
    .line q.s3 { text-decoration-thickness: 3px; }
    .line q, .line .times { flex: none; max-width: 60%; }
    .line .note {
      flex: 1; min-width: 0; margin-inline-start: 6px; font-size: 12.5px; white-space: nowrap;
      overflow: hidden; text-overflow: ellipsis;
    }
    .reason { color: var(--quiet); font-size: 11.5px; }
    .line .reason {
      flex: 0 0 100%; white-space: nowrap; overflow: hidden; text-overflow: ellipsis;
    }
    .balance { margin-top: 14px; display: grid; gap: 6px; }
    .bar { display: flex; gap: 2px; height: 6px; border-radius: 3px; overflow: hidden; }
    .bar i { flex: 0 0 0; }
    .bar .for { background: var(--for); }
    .bar .against { background: var(--against); }
    .list { padding-inline-start: 16px; list-style: disc; }
    .list li { padding: 2px 0; }
    .list li::marker { color: var(--accent); }
    .sums { margin-top: 20px; }
    .sums summary { cursor: pointer; font-weight: 600; }
    .sums p { margin: 6px 0; }
    table { width: 100%; border-collapse: collapse; }
    th { font-weight: 400; text-align: start; padding: 2px 8px 2px 0; }
    td { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
    tfoot th, tfoot td { font-weight: 600; border-top: 1px solid var(--edge); padding-top: 4px; }
    footer {
      margin-top: 20px; padding-top: 12px; border-top: 1px solid var(--edge); color: var(--quiet);
      font-size: 12.5px;
    }`;

  const TIP = `
    .tip {
      max-width: 320px; padding: 9px 12px; border-radius: 10px; pointer-events: none; font-size: 13px;
      border-left-width: 3px;
    }
    .tip.for { border-left-color: var(--for); }
    .tip.against { border-left-color: var(--against); }
    .tip.unclear { border-left-color: var(--unclear); }
    .speaks, .tip .reason { margin-top: 2px; }
    .speaks { color: var(--quiet); }`;

  const COMFORT = `
    @media (prefers-reduced-motion: reduce) {
      * { animation: none !important; transition: none !important; }
    }
    @media (forced-colors: active) {
      .meter i.full, [aria-checked="true"] .track { background: Highlight; forced-color-adjust: none; }
      .track::before { background: ButtonText; }
      .primary, .secondary, .opener { border: 1px solid ButtonText; }
    }`;

  return { STYLE: COLOURS + BASE + BADGE + PANEL + TIP + COMFORT };
})();
