import { type Identity, identityName } from "../identity.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);

/** What the server signs with. Both keys are derived, so every instance has the same. */
export interface SigningKeys {
  ticket: Uint8Array;
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
  const root = await crypto.subtle.importKey("raw", utf8(secret), "HKDF", false, [
    "deriveBits",
    "deriveKey",
  ]);
  const purpose = (info: string) => ({
    name: "HKDF",
    hash: "SHA-256",
    salt: utf8("authkit-ui"),
    info: utf8(info),
  });
  const ticket = new Uint8Array(await crypto.subtle.deriveBits(purpose("ticket/1"), root, 256));
  const viewer = await crypto.subtle.deriveKey(
    purpose("viewer/1"),
    root,
    { name: "HMAC", hash: "SHA-256", length: 256 },
    false,
    ["sign"],
  );
  return {
    ticket,
    viewerId: async (identity) => {
      const signature = await crypto.subtle.sign("HMAC", viewer, utf8(identityName(identity)));
      return base64url(new Uint8Array(signature).subarray(0, 18));
    },
  };
}
