import type { ConnectorScope } from "@authkit-ui/contract";
import { z } from "zod";
import { isStorableText } from "../text/storable-text.ts";
import { scopeTitle } from "./scope-titles.ts";

/** More than any provider asks for. A longer list cannot be a list of scopes. */
const maxScopes = 200;
const maxScopeLength = 300;

const scopesColumn = z.object({
  raw: z.string().max(20_000).catch(""),
  scopes: z.array(z.unknown()).max(maxScopes).catch([]),
  separator: z.string().max(10).nullish().catch(null),
});

const isScope = (id: unknown): id is string =>
  typeof id === "string" && id !== "" && id.length <= maxScopeLength && isStorableText(id);

/** Parses One's `oauthScopes` of a connector. Empty when it holds nothing usable. */
export function parseScopes(column: unknown): ConnectorScope[] {
  const parsed = scopesColumn.safeParse(column);
  if (!parsed.success) return [];
  const { raw, scopes, separator } = parsed.data;
  // A row may have only the unsplit text. Without a separator, OAuth's default is a space.
  const all = scopes.length > 0 ? scopes : raw.split(separator || /\s+/).slice(0, maxScopes);
  const ids = all.map((id) => (typeof id === "string" ? id.trim() : id)).filter(isScope);
  return [...new Set(ids)].map((id) => {
    const title = scopeTitle(id);
    return { id, ...(title !== undefined && { title }) };
  });
}
