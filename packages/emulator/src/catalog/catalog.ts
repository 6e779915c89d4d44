import { type CatalogEntry, type CredentialField, catalogEntrySchema } from "./catalog-entry.ts";
import { credentialFields } from "./credential-fields.ts";
import { hasMark } from "./logo.ts";
import { oauthPlatforms } from "./oauth-platforms.ts";
import { type OAuthScopes, oauthScopes } from "./oauth-scopes.ts";

/** A connector with everything that the API and the hosted page need to know of it. */
export interface Connector {
  /** Pica's `id` and `connectionDefId`. */
  id: number;
  platform: string;
  name: string;
  category: string | null;
  description: string | null;
  /** Address of its logo, as the catalog's rows carry it; empty where there is none. */
  image: string;
  /** The logo on the emulator's own pages: the same, or initials. */
  logo: string;
  tags: readonly string[];
  oauth: boolean;
  scopes: OAuthScopes;
  tools: number;
  status: "generally_available" | "beta" | "alpha" | "not_available";
  active: boolean;
  fields: readonly CredentialField[];
}

/** The connectors in the catalog's order, and the ways to find one. */
export interface Catalog {
  all: readonly Connector[];
  byId(id: number): Connector | undefined;
  byPlatform(platform: string): Connector | undefined;
}

const noScopes: OAuthScopes = { scopes: [], separator: null };

/**
 * Builds the catalog; ids follow the order of the entries, from 1.
 *
 * @param logoAddress Where the emulator serves a platform's logo.
 * @throws ZodError when an entry is malformed.
 */
export function createCatalog(
  entries: readonly CatalogEntry[],
  logoAddress: (platform: string) => string,
): Catalog {
  const all = entries.map((raw, index): Connector => {
    const entry = catalogEntrySchema.parse(raw);
    const logo = entry.image ?? logoAddress(entry.platform);
    return {
      id: index + 1,
      platform: entry.platform,
      name: entry.name,
      category: entry.category ?? null,
      description: entry.description ?? null,
      image: entry.image || hasMark(entry.platform) ? logo : "",
      logo,
      tags: entry.tags,
      oauth: entry.oauth ?? Object.hasOwn(oauthPlatforms, entry.platform),
      scopes: entry.scopes
        ? { scopes: entry.scopes, separator: null }
        : (Object.hasOwn(oauthScopes, entry.platform) && oauthScopes[entry.platform]) || noScopes,
      tools: entry.tools,
      status: entry.status,
      active: entry.active,
      fields: entry.fields ?? credentialFields(entry),
    };
  });
  const platforms = new Map(all.map((connector) => [connector.platform, connector]));
  return {
    all,
    byId: (id) => all[id - 1],
    byPlatform: (platform) => platforms.get(platform),
  };
}
