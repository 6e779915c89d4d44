import type { Generation } from "../options.ts";
import { type Behaviour, type CheckResult, unknown } from "./behaviour.ts";
import { behaviours } from "./behaviours.ts";
import { createPicaClient } from "./pica-client.ts";

/** The result of one behaviour. */
export interface BehaviourResult {
  behaviour: Behaviour;
  /** `not checked` when a check would change something. */
  result: CheckResult | { status: "not checked" };
}

/**
 * Checks an API for the behaviours that the emulator claims. It sends only GET requests, one after
 * the other, and changes nothing.
 */
export async function verify(
  url: string,
  secret: string,
  generation: Generation,
): Promise<BehaviourResult[]> {
  const client = createPicaClient(url, secret, generation);
  const claimed = behaviours.filter((one) => (one.generation ?? generation) === generation);
  const results: BehaviourResult[] = [];
  for (const behaviour of claimed) {
    const result = (await behaviour.check?.(client).catch(toUnknown)) ?? { status: "not checked" };
    results.push({ behaviour, result });
  }
  return results;
}

const toUnknown = (error: unknown) =>
  unknown(`the request failed: ${error instanceof Error ? error.message : String(error)}`);
