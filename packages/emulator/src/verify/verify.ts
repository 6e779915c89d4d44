import type { Generation } from "../options.ts";
import { type Behaviour, open, type Verdict } from "./behaviour.ts";
import { behaviours } from "./behaviours.ts";
import { createPicaClient } from "./pica-client.ts";

/** What was found about one behaviour. */
export interface Finding {
  behaviour: Behaviour;
  /** `not asked` where asking would change something. */
  verdict: Verdict | { verdict: "not asked" };
}

/**
 * Asks an API which of the emulator's claims about it hold. It sends GET requests alone, one after
 * the other, and changes nothing.
 */
export async function verify(
  url: string,
  secret: string,
  generation: Generation,
): Promise<Finding[]> {
  const client = createPicaClient(url, secret, generation);
  const concerned = behaviours.filter((one) => (one.generation ?? generation) === generation);
  const findings: Finding[] = [];
  for (const behaviour of concerned) {
    const verdict = (await behaviour.ask?.(client).catch(whyOpen)) ?? { verdict: "not asked" };
    findings.push({ behaviour, verdict });
  }
  return findings;
}

const whyOpen = (error: unknown) =>
  open(`the question got no answer: ${error instanceof Error ? error.message : String(error)}`);
