import type { Generation } from "../options.ts";
import type { PicaClient } from "./pica-client.ts";

/** How sure it is that Pica behaves so. */
export type Certainty =
  /** Pica's or One's documentation says it. */
  | "documented"
  /** Pica's own code does so; it may be older than the live service. */
  | "read in source"
  /** Seen in captures or in public apps. */
  | "observed"
  /** Nothing says so; it fits what is known. */
  | "guess";

/** The result of checking an API for a behaviour. */
export type CheckResult =
  | { status: "pass" }
  | { status: "fail"; saw: string }
  | { status: "unknown"; reason: string };

/** One behaviour of Pica's that the emulator claims to share. */
export interface Behaviour {
  claim: string;
  source: string;
  certainty: Certainty;
  /** File of this package that tests the emulator for it. */
  testedBy: string;
  /** Only of this generation; of both when absent. */
  generation?: Generation | undefined;
  /** Checks a live API without changing anything; absent when that is impossible. */
  check?: ((client: PicaClient) => Promise<CheckResult>) | undefined;
}

export const pass: CheckResult = { status: "pass" };
export const fail = (saw: string): CheckResult => ({ status: "fail", saw });
export const unknown = (reason: string): CheckResult => ({ status: "unknown", reason });

/** Passes when the condition is met; else fails with what was seen. */
export const passIf = (condition: boolean, saw: string): CheckResult =>
  condition ? pass : fail(saw);
