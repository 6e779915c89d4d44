import type { Generation } from "../options.ts";
import type { PicaClient } from "./pica-client.ts";

/** How sure it is that Pica behaves so. */
export type Certainty =
  /** Pica's or One's documentation says it. */
  | "documented"
  /** It stands in the source of Pica's own code, which may be older than the live service. */
  | "read in source"
  /** It was seen in captures or in public apps. */
  | "observed"
  /** Nobody said it; it is what would fit. */
  | "guess";

/** What asking the API for a behaviour came to. */
export type Verdict =
  | { verdict: "holds" }
  | { verdict: "differs"; saw: string }
  | { verdict: "open"; reason: string };

/** One way in which the emulator claims to behave as Pica does. */
export interface Behaviour {
  claim: string;
  source: string;
  certainty: Certainty;
  /** Test file of this package that holds the emulator to it. */
  testedBy: string;
  /** Only of this generation; of both when absent. */
  generation?: Generation | undefined;
  /** Asks a live API without changing anything; absent when that cannot be done. */
  ask?: ((client: PicaClient) => Promise<Verdict>) | undefined;
}

export const holds: Verdict = { verdict: "holds" };
export const differs = (saw: string): Verdict => ({ verdict: "differs", saw });
export const open = (reason: string): Verdict => ({ verdict: "open", reason });

/** Holds when it is so; else what was seen. */
export const verdictOf = (isSo: boolean, saw: string): Verdict => (isSo ? holds : differs(saw));
