import type { Connection, Requirement } from "@authkit-ui/contract";

/** Which requirements a viewer meets. */
export interface RequirementsResult {
  /** Whether every requirement is met that is not optional. */
  met: boolean;
  /** Those, optional ones included, for which nothing is connected. */
  missing: Requirement[];
  /** Those, optional ones included, for which nothing works and something has to be reconnected. */
  broken: Requirement[];
}

const platformsOf = (requirement: Requirement) =>
  "platform" in requirement ? [requirement.platform] : requirement.anyOf;

const isBroken = ({ state }: Pick<Connection, "state">) => state === "failed" || state === "gone";

/** Compares connections with what is required. One that works is enough, whatever others there are. */
export function checkRequirements(
  connections: readonly Pick<Connection, "platform" | "state">[],
  requirements: readonly Requirement[],
): RequirementsResult {
  const missing: Requirement[] = [];
  const broken: Requirement[] = [];
  for (const requirement of requirements) {
    const platforms = platformsOf(requirement);
    const connected = connections.filter(({ platform }) => platforms.includes(platform));
    if (connected.length === 0) missing.push(requirement);
    else if (connected.every(isBroken)) broken.push(requirement);
  }
  return { met: [...missing, ...broken].every(({ optional }) => optional), missing, broken };
}
