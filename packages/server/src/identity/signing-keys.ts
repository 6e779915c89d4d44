import { base64url } from "jose";
import { type Identity, identityName } from "./identity.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);

/** The keys that the server signs with; derived, so that every instance has the same. */
export interface SigningKeys {
  ticket: CryptoKey;
  /** An opaque id of an identity, a person or a group. It tells two of them apart and names neither. */
  viewerId(identity: Identity): Promise<string>;
}

/** How many viewer ids are remembered: to sign one takes longer than the rest of a cached read. */
const rememberedIds = 10_000;

/** Derives a key for each purpose, so that a signature for one is not valid for another. */
export async function deriveSigningKeys(secret: string): Promise<SigningKeys> {
  const root = await crypto.subtle.importKey("raw", utf8(secret), "HKDF", false, ["deriveKey"]);
  const purpose = (info: string) => ({
    name: "HKDF",
    hash: "SHA-256",
    salt: utf8("authkit-ui"),
    info: utf8(info),
  });
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
  const viewerIds = new Map<string, Promise<string>>();
  const signName = async (name: string) => {
    const signature = await crypto.subtle.sign("HMAC", viewer, utf8(name));
    return base64url.encode(new Uint8Array(signature).subarray(0, 18));
  };
  return {
    ticket,
    viewerId(identity) {
      const name = identityName(identity);
      const known = viewerIds.get(name);
      if (known) return known;
      if (viewerIds.size >= rememberedIds) viewerIds.clear();
      const id = signName(name);
      viewerIds.set(name, id);
      return id;
    },
  };
}
