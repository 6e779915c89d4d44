/** What one check found. */
export interface CheckResult {
  check: string;
  state: "ok" | "fail" | "not checked";
  /** What is the case, and what to do about it; for "ok" what was seen. */
  text: string;
}

export const ok = (check: string, text: string): CheckResult => ({ check, state: "ok", text });

/** Something is wrong: its cause, then its fix. */
export const fail = (check: string, cause: string, fix: string): CheckResult => ({
  check,
  state: "fail",
  text: `${cause} ${fix}`,
});

export const notChecked = (check: string, why: string): CheckResult => ({
  check,
  state: "not checked",
  text: why,
});
