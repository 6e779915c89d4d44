import type { Connection, Requirement } from "@authkit-ui/contract";

/** The result of `connect.requirements.check`. */
export interface RequirementsResult {
  /** Whether every requirement that is not optional is met. */
  met: boolean;
  /** Requirements without any connection, including optional ones. */
  missing: Requirement[];
  /** Requirements whose connections all need a reconnect, including optional ones. */
  broken: Requirement[];
}

const platformsOf = (requirement: Requirement) =>
  "platform" in requirement ? [requirement.platform] : requirement.anyOf;

/** Whether only a person can repair it, by a reconnect. */
export const isBroken = ({ state }: Pick<Connection, "state">) =>
  state === "failed" || state === "gone";

/** Compares connections with requirements. One working connection meets a requirement. */
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
