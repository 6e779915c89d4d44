import { type Identity, identityName } from "./identity.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);

/** Identities whose opaque id is remembered; the one remembered longest is forgotten first. */
const maxIdentities = 10_000;

/** What the server signs with. Both keys are derived, so every instance has the same. */
export interface SigningKeys {
  ticket: CryptoKey;
  /** An opaque id of an identity: tells two of them apart and names neither. */
  viewerId(identity: Identity): Promise<string>;
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** Derives a key for each purpose from one secret, so that none serves for another's. */
export async function deriveSigningKeys(secret: string): Promise<SigningKeys> {
  const root = await crypto.subtle.importKey("raw", utf8(secret), "HKDF", false, ["deriveKey"]);
  const purpose = (info: string) => ({
    name: "HKDF",
    hash: "SHA-256",
    salt: utf8("authkit-ui"),
    info: utf8(info),
  });
  // Keys rather than bytes, which every signature would have to import anew.
  const derive = (info: string, usages: KeyUsage[]) =>
    crypto.subtle.deriveKey(
      purpose(info),
      root,
      { name: "HMAC", hash: "SHA-256", length: 256 },
      false,
      usages,
    );
  const ticket = await derive("ticket/1", ["sign", "verify"]);
  const viewer = await derive("viewer/1", ["sign"]);
  const signViewer = async (name: string) => {
    const signature = await crypto.subtle.sign("HMAC", viewer, utf8(name));
    return base64url(new Uint8Array(signature).subarray(0, 18));
  };
  // Every list and every token wants it, and each signature is a task for another thread.
  const viewerIds = new Map<string, Promise<string>>();
  return {
    ticket,
    viewerId: (identity) => {
      const name = identityName(identity);
      const known = viewerIds.get(name);
      if (known) return known;
      const [oldest] = viewerIds.keys();
      if (viewerIds.size >= maxIdentities && oldest !== undefined) viewerIds.delete(oldest);
      const made = signViewer(name);
      viewerIds.set(name, made);
      return made;
    },
  };
}
