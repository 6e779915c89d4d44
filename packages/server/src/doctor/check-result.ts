/** The result of one check. */
export interface CheckResult {
  check: string;
  state: "ok" | "fail" | "not checked";
  /** What was found, and for "fail" what to do about it. */
  text: string;
}

export const ok = (check: string, text: string): CheckResult => ({ check, state: "ok", text });

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
