/** What one check found. */
export interface Finding {
  check: string;
  state: "ok" | "wrong" | "not checked";
  /** What is the case, and what to do about it; for "ok" what was seen. */
  text: string;
}

export const ok = (check: string, text: string): Finding => ({ check, state: "ok", text });

/** Something is wrong: its cause, then its cure. */
export const wrong = (check: string, cause: string, cure: string): Finding => ({
  check,
  state: "wrong",
  text: `${cause} ${cure}`,
});

export const notChecked = (check: string, why: string): Finding => ({
  check,
  state: "not checked",
  text: why,
});
