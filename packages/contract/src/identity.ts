/**
 * What a connection belongs to. The browser names a type; the server alone chooses the id.
 * The four types are Pica's (docs.picaos.com, AuthKit › Identity).
 */
export type IdentityType = "user" | "team" | "organization" | "project";

/** Every {@link IdentityType}, in the order in which they are offered. */
export const identityTypes = Object.freeze([
  "user",
  "team",
  "organization",
  "project",
] as const satisfies readonly IdentityType[]);
