import { Hono } from "hono";
import { z } from "zod";
import type { Connector } from "../catalog/catalog.ts";
import type { EmulatorState } from "../emulator-state.ts";
import { type Environment, identityTypes } from "../vault/connection.ts";
import type { ApiEnv } from "./api-env.ts";
import { pageOf, readPaging } from "./paging.ts";
import { PicaError } from "./pica-error.ts";
import { requireSecret } from "./secret.ts";

const maxIdentityBytes = 128;

const tokenRequest = z.object({
  identity: z.string().nullish(),
  identityType: z.enum(identityTypes).nullish(),
});

/**
 * `POST /v1/authkit`: what AuthKit may offer, under a `requestId` that fixes for whom. One's
 * `/v1/authkit/token` adds the white-label flag, which Pica answers at `/v1/users/flags`.
 */
export function authKitRoutes(emulator: EmulatorState) {
  const { options, settings, sessions } = emulator;
  const routes = new Hono<ApiEnv>();
  routes.use(requireSecret(emulator));

  const readIdentity = async (request: Request) => {
    const text = await request.text();
    const body = tokenRequest.safeParse(text === "" ? {} : parseJson(text));
    if (!body.success) throw new PicaError(400, "Invalid request body");
    const identity = body.data.identity ?? null;
    if (identity !== null && new TextEncoder().encode(identity).length > maxIdentityBytes) {
      throw new PicaError(400, "Identity must not exceed 128 characters");
    }
    return { identity, identityType: body.data.identityType ?? null };
  };

  const answer = async (
    request: Request,
    environment: Environment,
    query: Record<string, string>,
  ) => {
    const session = sessions.create({ environment, ...(await readIdentity(request)) });
    emulator.changed();
    const offered = emulator.catalog.all.filter(
      ({ active, status, platform }) =>
        active && status !== "not_available" && !settings.hiddenPlatforms.has(platform),
    );
    const page = pageOf(offered, readPaging(query), (connector) =>
      authKitRow(connector, environment, emulator),
    );
    return { ...page, requestId: session.requestId };
  };

  routes.post("/", async (c) =>
    c.json(await answer(c.req.raw, c.get("environment"), c.req.query())),
  );

  if (options.generation === "one") {
    routes.post("/token", async (c) =>
      c.json({
        ...(await answer(c.req.raw, c.get("environment"), c.req.query())),
        isWhiteLabel: settings.whiteLabel,
      }),
    );
    // "Default OAuth available", says One's OpenAPI of this plain boolean.
    routes.get("/", (c) => c.json(true));
  }

  return routes;
}

/** `AuthkitConnection` of the types in `@picahq/authkit-token` 1.0.4; no platform, no category. */
function authKitRow(connector: Connector, environment: Environment, { options }: EmulatorState) {
  const enabledAt = "2025-11-13T09:00:00.000Z";
  const row = {
    id: 40_000 + connector.id,
    connectionDefId: connector.id,
    type: "api",
    title: connector.name,
    image: connector.logo,
    activatedAt: enabledAt,
    secretId: null,
    clientIdDisplay: null,
    clientSecretDisplay: null,
    scopes: null,
    environment,
    guide: null,
    createdAt: enabledAt,
    tags: connector.tags,
    active: true,
  };
  return options.generation === "one" ? { ...row, useDefaultOauthCreds: connector.oauth } : row;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
