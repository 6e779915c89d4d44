import { css } from "../css.ts";

/** The style sheet of the hosted page, the consent page and the status page. */
export const styles = css`
:root {
  color-scheme: light dark;
  --paper: light-dark(#ffffff, #17181c);
  --ink: light-dark(#17181c, #ececf1);
  --muted: light-dark(#5c5f69, #a5a8b3);
  --line: light-dark(#e3e4e9, #2e3038);
  --edge: light-dark(#85888f, #757986);
  --wash: light-dark(#f4f5f7, #212329);
  --plate: light-dark(#ffffff, #f1f1f4);
  --accent: light-dark(#3446c8, #9aa6ff);
  --on-accent: light-dark(#ffffff, #12131f);
  --danger: light-dark(#b3261e, #ff9b92);
  --danger-wash: light-dark(#fdf0ef, #33201f);
  --success: light-dark(#187a48, #5fd096);
  font: 400 0.9375rem/1.45 system-ui, -apple-system, "Segoe UI", sans-serif;
}
:root[data-theme="light"] { color-scheme: light; }
:root[data-theme="dark"] { color-scheme: dark; }
*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0; color: var(--ink); }
h1, h2, p, ul { margin: 0; padding: 0; }
ul { list-style: none; }
button, input { font: inherit; color: inherit; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.visually-hidden {
  position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap;
}

.button {
  display: inline-flex; align-items: center; justify-content: center; gap: 0.5rem;
  min-height: 2.75rem; padding: 0.5rem 1.25rem;
  border: 1px solid transparent; border-radius: 0.625rem;
  background: var(--accent); color: var(--on-accent); font-weight: 600; cursor: pointer;
}
.button:hover { background: color-mix(in srgb, var(--accent) 88%, var(--ink)); }
.button[aria-disabled="true"] { cursor: progress; opacity: 0.65; }
.button.quiet { background: none; border-color: var(--edge); color: var(--ink); font-weight: 500; }
.button.quiet:hover { background: var(--wash); }
.button.wide { width: 100%; }
.icon-button {
  display: grid; place-items: center; flex: none; width: 2.75rem; height: 2.75rem;
  border: 0; border-radius: 0.625rem; background: none; color: var(--muted); cursor: pointer;
}
.icon-button:hover { background: var(--wash); color: var(--ink); }

.logo-plate {
  display: grid; place-items: center; flex: none; width: 2.25rem; height: 2.25rem;
  border: 1px solid var(--line); border-radius: 0.625rem; background: var(--plate); overflow: hidden;
}
.logo-plate img { width: 62%; height: 62%; object-fit: contain; }
.logo-plate.large { width: 3.5rem; height: 3.5rem; border-radius: 0.875rem; }

.field { display: grid; gap: 0.375rem; text-align: start; }
.field label { font-size: 0.875rem; font-weight: 500; }
.input {
  width: 100%; min-height: 2.75rem; padding: 0.5rem 0.75rem;
  border: 1px solid var(--edge); border-radius: 0.625rem; background: var(--paper);
}
.input::placeholder { color: var(--muted); opacity: 1; }
.input:focus-visible { outline-offset: -1px; }
.input[aria-invalid="true"] { border-color: var(--danger); }
.hint { color: var(--muted); font-size: 0.8125rem; }
.error { color: var(--danger); font-size: 0.8125rem; }
.alert {
  padding: 0.75rem; border-radius: 0.625rem; background: var(--danger-wash); color: var(--danger);
  font-size: 0.875rem; text-align: start; text-wrap: pretty;
}

.spinner {
  width: 1.75rem; height: 1.75rem; border: 2.5px solid var(--line); border-top-color: var(--accent);
  border-radius: 50%; animation: turn 0.9s linear infinite;
}
@keyframes turn { to { rotate: 1turn; } }
@media (prefers-reduced-motion: reduce) {
  .spinner { animation: none; border-style: dotted; border-color: var(--accent); }
}
`;

/** What only the hosted page has: a sheet that fills a small frame and floats in a large one. */
export const hostedStyles = css`
body { display: grid; grid-template: minmax(0, 1fr) / minmax(0, 1fr); height: 100dvh; }
.sheet {
  display: grid; grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr);
  width: 100%; height: 100%; background: var(--paper);
}
.header {
  display: flex; align-items: center; gap: 0.75rem; min-height: 3.75rem;
  padding: 0.5rem 0.5rem 0.5rem 1.25rem;
}
.header h1 { flex: 1; min-width: 0; font-size: 1rem; font-weight: 600; overflow-wrap: anywhere; }
.header .brand { width: 1.75rem; height: 1.75rem; border-radius: 0.375rem; object-fit: contain; }
.body { display: grid; grid-template: minmax(0, 1fr) / minmax(0, 1fr); min-height: 0; }
.body > section { min-height: 0; }
.footer {
  padding: 0.625rem 1.25rem; border-top: 1px solid var(--line);
  color: var(--muted); font-size: 0.75rem; text-align: center;
}

.list-view { display: grid; grid-template-rows: auto minmax(0, 1fr); }
.search { position: relative; padding: 0 1.25rem 0.75rem; border-bottom: 1px solid var(--line); }
.search svg {
  position: absolute; inset-inline-start: 2rem; top: 0.875rem; color: var(--muted); pointer-events: none;
}
.search .input { padding-inline-start: 2.375rem; }
.scroller { overflow-y: auto; overscroll-behavior: contain; padding: 0.5rem; }
.row {
  display: flex; align-items: center; gap: 0.75rem; width: 100%; min-height: 3.25rem;
  padding: 0.5rem 0.75rem; border: 0; border-radius: 0.625rem; background: none;
  text-align: start; cursor: pointer;
}
.row:hover { background: var(--wash); }
.row:focus-visible { outline-offset: -2px; }
.row .name { flex: 1; min-width: 0; font-weight: 500; overflow-wrap: anywhere; }
.row .chevron { display: grid; color: var(--muted); }
.scroller li { content-visibility: auto; contain-intrinsic-size: auto 3.25rem; }
.no-match { padding: 2.5rem 1rem; color: var(--muted); text-align: center; text-wrap: balance; }

.centred {
  display: grid; align-content: safe center; justify-items: center; gap: 0.75rem;
  padding: 1rem 1.5rem 2rem; overflow-y: auto; text-align: center;
}
.centred h2 { font-size: 1.125rem; font-weight: 600; text-wrap: balance; }
.centred > p { max-width: 26rem; color: var(--muted); text-wrap: pretty; }
.centred h2:focus { outline: none; }
.form { display: grid; gap: 1rem; width: 100%; max-width: 22rem; margin-top: 0.5rem; }
.form .fields { display: grid; gap: 0.875rem; }
.form .fields:empty { display: none; }
.actions { display: flex; flex-wrap: wrap; justify-content: center; gap: 0.5rem; margin-top: 0.5rem; }
.badge {
  display: grid; place-items: center; width: 3.5rem; height: 3.5rem; border-radius: 50%;
  background: var(--wash); color: var(--muted);
}
.badge.good { color: var(--success); }
.badge.bad { background: var(--danger-wash); color: var(--danger); }

@media (min-width: 481px) {
  body { place-items: center; padding: 1rem; background: rgb(12 13 18 / 0.5); }
  .sheet {
    width: 28rem; max-width: 100%; height: min(38rem, 100%); border-radius: 1rem; overflow: hidden;
    box-shadow: 0 24px 64px -16px rgb(0 0 0 / 0.35), 0 0 0 1px var(--line);
  }
}
`;
