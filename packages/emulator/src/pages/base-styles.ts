import { css } from "./css.ts";

/** What the hosted page, the consent page and the status page have in common. */
export const baseStyles = css`
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
