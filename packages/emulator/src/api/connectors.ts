import { Hono } from "hono";
import type { Connector } from "../catalog/catalog.ts";
import type { EmulatorState } from "../emulator-state.ts";
import type { ApiEnv } from "./api-env.ts";
import { pageOf, readPaging } from "./paging.ts";
import { requireSecret, secretHeader } from "./secret.ts";

/** `GET /v1/available-connectors`: the catalog. One answers it without a secret key, too. */
export function connectorRoutes(emulator: EmulatorState) {
  const routes = new Hono<ApiEnv>();
  const isOne = emulator.options.generation === "one";
  const checkSecret = requireSecret(emulator);

  routes.get("/available-connectors", async (c, next) => {
    const hasSecret = c.req.header(secretHeader(emulator)) !== undefined;
    if (!isOne || hasSecret) return checkSecret(c, next);
    await next();
  });

  routes.get("/available-connectors", (c) => {
    const { platform, key, name, category, authkit } = c.req.query();
    const wantsEnabled = authkit === "true" && c.get("environment") !== undefined;
    const found = emulator.catalog.all.filter(
      (connector) =>
        (platform === undefined || connector.platform === platform) &&
        (key === undefined || connectorKey(connector) === key) &&
        (name === undefined || connector.name === name) &&
        (isOne || category === undefined || connector.category === category) &&
        !(wantsEnabled && emulator.settings.hiddenPlatforms.has(connector.platform)),
    );
    return c.json(
      pageOf(found, readPaging(c.req.query()), (connector) =>
        isOne ? oneRow(connector) : picaRow(connector),
      ),
    );
  });

  return routes;
}

const connectorKey = ({ platform }: Connector) => `api::${platform}::v1`;

/** A row as docs.picaos.com documents it. */
const picaRow = (connector: Connector) => ({
  id: connector.id,
  name: connector.name,
  key: connectorKey(connector),
  platform: connector.platform,
  platformVersion: "v1",
  status: connector.status,
  description: connector.description,
  category: connector.category,
  image: connector.image,
  tags: connector.tags,
  oauth: connector.oauth,
  tools: connector.tools,
  version: "1.0.0",
  active: connector.active,
});

/** A row as One's OpenAPI 5.35.0 describes it. */
const oneRow = (connector: Connector) => ({
  ...picaRow(connector),
  id: `conn_def_${connector.id}`,
  title: connector.name,
  oauthScopes: connector.oauth ? oauthScopesOf(connector) : null,
});

const oauthScopesOf = ({ scopes: { scopes, separator } }: Connector) => ({
  raw: scopes.join(separator ?? " "),
  scopes,
  separator,
});
