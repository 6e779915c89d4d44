import { css } from "../pages/css.ts";

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
