import type { Connection, Requirement } from "@authkit-ui/contract";
import { byUrgency } from "./attention.ts";
import { needsAttention } from "./sort-connections.ts";

/**
 * Where a requirement stands.
 *
 * - `met`: at least one account works.
 * - `missing`: no account is connected.
 * - `broken`: there are accounts, and each needs attention.
 */
export type RequirementState = "met" | "missing" | "broken";

/** A requirement, with what the viewer has for it. */
export interface CheckedRequirement {
  /** The platforms of which one is enough. */
  platforms: readonly string[];
  isOptional: boolean;
  state: RequirementState;
  /** The account that meets it, or the one to reconnect; `null` where there is none. */
  connection: Connection | null;
}

/** A list of requirements, with what the viewer has for them. */
export interface RequirementsCheck {
  /** Whether every requirement that is not optional is met. */
  met: boolean;
  /** Every requirement, in the given order. */
  requirements: CheckedRequirement[];
  /** Those without any account, optional ones too. */
  missing: CheckedRequirement[];
  /** Those whose accounts all need attention, optional ones too. */
  broken: CheckedRequirement[];
  /** The first that is not met, required ones before optional ones; `null` when all are. */
  next: CheckedRequirement | null;
}

function check(requirement: Requirement, connections: readonly Connection[]): CheckedRequirement {
  const platforms = "anyOf" in requirement ? requirement.anyOf : [requirement.platform];
  const isOptional = requirement.optional === true;
  const own = connections.filter(({ platform }) => platforms.includes(platform));
  const working = own.find((connection) => !needsAttention(connection));
  if (working) return { platforms, isOptional, state: "met", connection: working };
  const [worst = null] = own.sort(byUrgency);
  return { platforms, isOptional, state: worst ? "broken" : "missing", connection: worst };
}

/**
 * Compares requirements with connections. A connection works unless it needs attention: one that the
 * provider does not answer for just now (`degraded`), or that could not be looked at (`unknown`),
 * asks nothing of the person.
 */
export function checkRequirements(
  list: readonly Requirement[],
  connections: readonly Connection[],
): RequirementsCheck {
  const requirements = list.map((requirement) => check(requirement, connections));
  const open = requirements.filter(({ state }) => state !== "met");
  const required = open.filter(({ isOptional }) => !isOptional);
  return {
    met: required.length === 0,
    requirements,
    missing: open.filter(({ state }) => state === "missing"),
    broken: open.filter(({ state }) => state === "broken"),
    next: required[0] ?? open[0] ?? null,
  };
}
