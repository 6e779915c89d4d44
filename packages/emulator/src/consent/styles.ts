import { css } from "../pages/css.ts";

/** What only the consent page has. The scheme is the person's own, as at a real provider. */
export const consentStyles = css`
body {
  display: grid; align-content: center; justify-items: center; gap: 1rem;
  min-height: 100dvh; padding: 1rem; background: var(--wash);
}
.card {
  width: 100%; max-width: 26rem; padding: 2rem 1.5rem 1.5rem;
  border: 1px solid var(--line); border-radius: 1rem; background: var(--paper);
}
.card h1 { margin-top: 1rem; font-size: 1.25rem; font-weight: 500; line-height: 1.35; text-align: center; text-wrap: balance; overflow-wrap: anywhere; }
.card h1 b { font-weight: 650; }
.marks { display: grid; justify-items: center; }
.badge {
  display: grid; place-items: center; width: 3.5rem; height: 3.5rem; border-radius: 50%;
  background: var(--wash); color: var(--muted);
}
.badge.good { color: var(--success); }
.badge.bad { background: var(--danger-wash); color: var(--danger); }
.text { margin-top: 0.5rem; color: var(--muted); text-align: center; text-wrap: balance; }
form { display: grid; gap: 1.25rem; margin-top: 1.5rem; }
fieldset { min-width: 0; margin: 0; padding: 0; border: 0; }
legend { margin-block-end: 0.375rem; padding: 0; color: var(--muted); font-size: 0.8125rem; }
.account {
  display: grid; grid-template-columns: auto auto minmax(0, 1fr); align-items: center; gap: 0.75rem;
  padding: 0.625rem 0.875rem; border: 1px solid var(--line); cursor: pointer;
}
legend + .account { border-radius: 0.75rem 0.75rem 0 0; }
.account + .account { border-top: 0; }
.account:has(:checked) { background: var(--wash); }
.account:last-child { border-radius: 0 0 0.75rem 0.75rem; }
.account input { width: 1.125rem; height: 1.125rem; margin: 0; accent-color: var(--accent); }
.avatar {
  display: grid; place-items: center; width: 2rem; height: 2rem; border-radius: 50%;
  background: var(--accent); color: var(--on-accent); font-weight: 600; font-size: 0.875rem;
}
.who { display: grid; min-width: 0; overflow-wrap: anywhere; line-height: 1.35; }
.scopes { font-size: 0.875rem; }
.scopes ul { display: grid; gap: 0.375rem; margin-top: 0.375rem; padding-inline-start: 1.125rem; list-style: disc; color: var(--muted); }
.actions { display: grid; grid-template-columns: 1fr 1fr; gap: 0.75rem; }
@media (max-width: 400px) {
  .card { padding: 1.5rem 1rem 1rem; }
  .account { gap: 0.625rem; padding-inline: 0.625rem; }
}
.note { max-width: 26rem; margin: 0; color: var(--muted); font-size: 0.75rem; text-align: center; text-wrap: balance; }
`;
