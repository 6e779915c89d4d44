import { css } from "../pages/css.ts";

/** What only the status page has. */
export const statusStyles = css`
body { padding: 1.5rem; background: var(--wash); font-size: 0.875rem; }
main { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1rem; max-width: 64rem; margin: 0 auto; }
h1 { font-size: 1.25rem; font-weight: 600; }
h2 { margin-bottom: 0.75rem; font-size: 1rem; font-weight: 600; }
h3 { margin: 1rem 0 0.5rem; font-size: 0.875rem; font-weight: 500; color: var(--muted); }
header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.25rem 1rem; }
header p:last-child { margin-inline-start: auto; }
a { color: var(--accent); }
section { padding: 1rem 1.25rem; border: 1px solid var(--line); border-radius: 0.75rem; background: var(--paper); }
.count { color: var(--muted); font-weight: 400; font-variant-numeric: tabular-nums; }
dl { display: grid; gap: 0.375rem; margin: 0 0 0.75rem; }
dl div { display: grid; grid-template-columns: 9rem minmax(0, 1fr); gap: 0.5rem; }
dt { color: var(--muted); }
dd { margin: 0; overflow-wrap: anywhere; }
code { overflow-wrap: anywhere; padding: 0.0625rem 0.25rem; border-radius: 0.25rem; background: var(--wash); font-size: 0.8125rem; }
.row { display: flex; flex-wrap: wrap; align-items: center; gap: 0.375rem; }
.chip {
  min-height: 1.75rem; padding: 0.125rem 0.625rem; border: 1px solid var(--edge);
  border-radius: 0.375rem; background: var(--paper); font-size: 0.8125rem; cursor: pointer;
}
.chip:hover { background: var(--wash); }
.table { overflow-x: auto; max-height: 26rem; }
table { width: 100%; border-collapse: collapse; text-align: start; }
th, td { padding: 0.375rem 0.75rem 0.375rem 0; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; }
th { color: var(--muted); font-weight: 500; }
th, td { white-space: nowrap; }
td .row { flex-wrap: nowrap; }
@media (max-width: 480px) { body { padding: 0.75rem; } dl div { grid-template-columns: 1fr; gap: 0; } }
`;
