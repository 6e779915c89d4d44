import type { ConnectionEnvironment, ConnectionState, Connector } from "@authkit-ui/contract";
import { z } from "zod";
import { isStorableText, sanitizeText } from "../text/storable-text.ts";
import type { Page, Parsed } from "./paginate.ts";
import { unexpected } from "./pica-http.ts";
import { parseScopes } from "./scopes.ts";
import { isSecureUrl } from "./secure-url.ts";

/** One connection at Pica, whichever version of Pica wrote the row. */
export interface PicaConnection {
  /** Pica's row id, which DELETE takes. */
  id: string;
  key: string;
  platform: string;
  environment: ConnectionEnvironment;
  state: Exclude<ConnectionState, "gone">;
  /** The name that the person gave on AuthKit's page, if it asked for one. */
  name: string | null;
  /** The identity's id at Pica; null for a connection that belongs to nobody. */
  identity: string | null;
  identityType: string | null;
}

const count = z.number().int().nonnegative();

const envelope = z.looseObject({
  rows: z.array(z.unknown()),
  pages: count.optional().catch(undefined),
  total: count.nullish().catch(null),
});

/** A page of a list; throws `upstream_invalid` on anything else. */
export function parsePage(body: unknown): Page {
  const page = envelope.safeParse(body);
  if (!page.success) throw unexpected("a list");
  const { rows, pages, total } = page.data;
  return { rows, pages: pages ?? 1, total: total ?? null };
}

const tokenEnvelope = z.looseObject({
  rows: z.array(z.unknown()),
  requestId: z.union([z.string(), z.number(), z.null()]),
  pages: count,
  total: count,
  page: count,
});

export type TokenPage = z.infer<typeof tokenEnvelope>;

/** Pica's answer to a token request; throws `upstream_invalid` on anything else. */
export function parseTokenPage(body: unknown): TokenPage {
  const page = tokenEnvelope.safeParse(body);
  if (!page.success) throw unexpected("a token");
  return page.data;
}

/** A text that must be stored unchanged, so it is refused rather than sanitized. */
const exactText = (longest: number) => z.string().min(1).max(longest).refine(isStorableText);

/** As long as a save may send, and short enough for a database index. */
const maxKeyLength = 512;
const maxIdLength = 256;
const maxPlatformLength = 100;

/** Where a row is wrong and how, without quoting its values. */
const problemOf = ({ issues: [issue] }: z.ZodError) =>
  `${issue?.path.join(".") || "row"}: ${issue?.code ?? "invalid"}`;

const connectionRow = z.object({
  id: z.union([exactText(maxIdLength), z.number()]).optional(),
  _id: exactText(maxIdLength).optional(),
  key: exactText(maxKeyLength),
  platform: exactText(maxPlatformLength),
  environment: z.enum(["live", "test"]),
  state: z.enum(["operational", "degraded", "failed", "unknown"]).catch("unknown"),
  active: z.boolean().catch(true),
  identity: z.string().nullish(),
  identityType: z.string().nullish(),
  name: z.string().nullish().catch(null),
  title: z.string().nullish().catch(null),
});

/** As long as a rename may be. */
const maxNameLength = 100;

const lettersOf = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");

/**
 * The name that a person has given, which One may store as `title`. Some rows hold the key instead
 * of a name, or the connector's name instead of a title.
 */
function givenName({ name, title, key, platform }: z.infer<typeof connectionRow>): string | null {
  const given = sanitizeText(name ?? "", maxNameLength);
  if (given && given !== key) return given;
  const titled = sanitizeText(title ?? "", maxNameLength);
  const isGiven = titled !== key && lettersOf(titled) !== lettersOf(platform);
  return titled && isGiven ? titled : null;
}

/** One row of Pica's list of connections. */
export function parseConnection(row: unknown): Parsed<PicaConnection> {
  const parsed = connectionRow.safeParse(row);
  if (!parsed.success) return { problem: problemOf(parsed.error) };
  const { id, _id, active, state, identity, identityType, ...rest } = parsed.data;
  const ownId = id ?? _id;
  if (ownId === undefined) return { problem: "id: missing" };
  return {
    row: {
      key: rest.key,
      platform: rest.platform,
      environment: rest.environment,
      id: String(ownId),
      // Pica calls a connection inactive once it needs the person again.
      state: !active && state === "operational" ? "failed" : state,
      identity: identity ?? null,
      identityType: identityType ?? null,
      name: givenName(parsed.data),
    },
  };
}

/** An optional text to show; ignored if it is too long. */
const shownText = (longest: number) => z.string().max(longest).nullish().catch(null);

const connectorRow = z.object({
  platform: z.string().min(1).max(maxPlatformLength),
  name: z.string().min(1).max(200),
  category: z.string().min(1).max(200).nullish().catch(null),
  image: shownText(2_000),
  description: shownText(5_000),
  oauth: z.boolean().nullish().catch(null),
  oauthScopes: z.unknown().optional(),
  tags: z.array(z.string().max(200)).max(100).nullish().catch(null),
  tools: z.number().int().nonnegative().nullish().catch(null),
  status: shownText(100),
  active: z.boolean().nullish().catch(null),
  version: shownText(100),
});

/** A connector, whether it can be offered at all, and its version. */
export interface CatalogRow {
  connector: Connector;
  offered: boolean;
  version: string;
}

/** The image's URL, or null for one that is not secure or could run code. */
function safeImage(address: string | null | undefined): string | null {
  if (!address || !URL.canParse(address)) return null;
  const url = new URL(address);
  return isSecureUrl(url) ? url.href : null;
}

/** One row of Pica's catalog. */
export function parseConnector(row: unknown): Parsed<CatalogRow> {
  const parsed = connectorRow.safeParse(row);
  if (!parsed.success) return { problem: problemOf(parsed.error) };
  const {
    platform,
    name,
    category,
    image,
    description,
    oauth,
    oauthScopes,
    tags,
    tools,
    status,
    active,
    version,
  } = parsed.data;
  const scopes = parseScopes(oauthScopes);
  return {
    row: {
      connector: {
        platform,
        name,
        category: category ?? null,
        image: safeImage(image),
        ...(description && { description }),
        ...(typeof oauth === "boolean" && { oauth }),
        ...(scopes.length > 0 && { scopes }),
        tags: tags ?? [],
        actionCount: tools ?? 0,
      },
      offered: status !== "not_available" && active !== false,
      version: version ?? "",
    },
  };
}
