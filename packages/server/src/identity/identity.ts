import { type IdentityType, identityTypes } from "@authkit-ui/contract";
import { ConnectConfigurationError } from "../errors/configuration-error.ts";
import { ProblemError } from "../errors/problem-error.ts";
import { hexDigest } from "../text/hex-digest.ts";
import { isStorableText } from "../text/storable-text.ts";

/**
 * The signed-in person, as `authenticate` returns them: an id for each type of identity that they may
 * act for, e.g. `{ user: "u_1", team: "t_9" }`; null is the same as absent. Products may add fields of
 * their own, e.g. a role, which `authorize` receives.
 */
export type Viewer = { readonly [Type in IdentityType]?: string | null | undefined };

/** What a connection belongs to. Two identities are equal only if both fields are. */
export interface Identity {
  readonly type: IdentityType;
  readonly id: string;
}

export const sameIdentity = (a: Identity, b: Identity) => a.type === b.type && a.id === b.id;

/** A string that no other identity has, for maps and HMACs; never shown. */
export const identityName = ({ type, id }: Identity) => `${type}:${id}`;

/** Every identity that the viewer has, in the order of `identityTypes`. */
export function identitiesOf(viewer: Viewer): Identity[] {
  return identityTypes.flatMap((type) => {
    const id = viewer[type];
    return id === undefined || id === null ? [] : [{ type, id }];
  });
}

/** The viewer's identity of that type. Throws `identity_type_unavailable` if they have none. */
export function identityOf(viewer: Viewer, type: IdentityType): Identity {
  const id = viewer[type];
  if (id === undefined || id === null) {
    throw new ProblemError("identity_type_unavailable", {
      detail: `You have no identity of the type "${type}" here. Choose another type, or join one first.`,
    });
  }
  return { type, id };
}

const isId = (id: unknown) =>
  typeof id === "string" && id !== "" && id.length <= 512 && isStorableText(id);

/** Throws `identity_malformed` when `authenticate` returned an id that cannot be one. */
export function checkViewer(viewer: Viewer): void {
  for (const type of identityTypes) {
    const id: unknown = viewer[type];
    if (id === undefined || id === null) continue;
    if (!isId(id)) {
      throw new ConnectConfigurationError(
        "identity_malformed",
        `authenticate() returned a ${type} id that is not a string of 1 to 512 characters, without control characters. ` +
          "Return your own stable id of that person or group.",
      );
    }
  }
}

/** Throws `identity_malformed` for anything that is not an identity. */
export function checkIdentity(identity: Identity): void {
  if (identityTypes.includes(identity?.type) && isId(identity.id)) return;
  throw new ConnectConfigurationError(
    "identity_malformed",
    'An identity is an object such as { type: "user", id: "u_1" }: a type that authenticate() returns, ' +
      "and an id of 1 to 512 characters.",
  );
}

/**
 * How an id is written at Pica. Ids that Pica would cut, rewrite or never match (over 128 bytes,
 * spaces and colons in keys, `true` and `false` read as booleans) are replaced by their SHA-256
 * digest. So is an id that looks like a digest, because it could be another id's.
 */
export async function defaultPicaIdentity({ id }: Identity): Promise<string> {
  if (/^(?!true$|false$|sha256-)[A-Za-z0-9_.@|+-]{1,128}$/.test(id)) return id;
  return `sha256-${await hexDigest(new TextEncoder().encode(id))}`;
}
