import type { Connection, Requirement } from "@authkit-ui/contract";
import { byUrgency } from "./attention.ts";
import { needsAttention } from "./sort-connections.ts";

/**
 * The state of a requirement.
 *
 * - `met`: at least one account works.
 * - `missing`: no account is connected.
 * - `broken`: every connected account needs attention.
 */
export type RequirementState = "met" | "missing" | "broken";

/** A requirement, and the viewer's account for it. */
export interface CheckedRequirement {
  /** The platforms, any one of which meets the requirement. */
  platforms: readonly string[];
  /** Whether everything is met without it. */
  isOptional: boolean;
  /** Whether an account meets it. */
  state: RequirementState;
  /** The account that meets the requirement, or the one to reconnect, or `null`. */
  connection: Connection | null;
}

/** A list of requirements, compared with the viewer's accounts. */
export interface RequirementsCheck {
  /** Whether every requirement that is not optional is met. */
  met: boolean;
  /** Every requirement, in the given order. */
  requirements: CheckedRequirement[];
  /** Requirements without any account, including optional ones. */
  missing: CheckedRequirement[];
  /** Requirements whose accounts all need attention, including optional ones. */
  broken: CheckedRequirement[];
  /**
   * The first requirement that is not met, required ones before optional ones. `null` when all are
   * met.
   */
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
 * Compares requirements with connections. A connection works unless it needs attention. One that
 * Pica is refreshing (`degraded`), or that could not be checked (`unknown`), still counts as working.
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
