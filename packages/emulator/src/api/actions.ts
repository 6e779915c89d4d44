import { Hono } from "hono";
import type { EmulatorState } from "../emulator-state.ts";
import type { ProviderAction } from "../providers/provider.ts";
import { providerOf } from "../providers/providers.ts";
import type { ApiEnv } from "./api-env.ts";
import { pageOf, readPaging } from "./paging.ts";
import { requireSecret } from "./secret.ts";

interface Action extends ProviderAction {
  /** The value of the passthrough's action id header. */
  systemId: string;
  platform: string;
}

/**
 * The action directory, as far as `@picahq/toolkit` 1.0.3 and `@picahq/ai` 3.0.2 ask it. It knows
 * the actions of the emulator's own providers alone.
 */
export function actionRoutes(emulator: EmulatorState) {
  const routes = new Hono<ApiEnv>();
  routes.use("/available-actions/*", requireSecret(emulator));
  routes.use("/knowledge", requireSecret(emulator));

  const actionsOf = (platform: string): Action[] =>
    (providerOf(platform, emulator.options.providers).actions ?? []).map((action) => ({
      ...action,
      platform,
      systemId: `conn_mod_def::${platform}::${action.title.toLowerCase().replaceAll(" ", "-")}`,
    }));

  routes.get("/available-actions/search/:platform", (c) => {
    const words = (c.req.query("query") ?? "").toLowerCase().split(/\W+/).filter(Boolean);
    const score = ({ title }: Action) =>
      words.filter((word) => title.toLowerCase().includes(word)).length;
    const found = actionsOf(c.req.param("platform"))
      .filter((action) => words.length === 0 || score(action) > 0)
      .sort((one, other) => score(other) - score(one))
      .slice(0, readPaging(c.req.query()).limit);
    return c.json(
      found.map(({ systemId, title, method, path }) => ({
        systemId,
        title,
        key: systemId,
        method,
        path,
        tags: [],
      })),
    );
  });

  routes.get("/available-actions/:platform", (c) =>
    c.json(
      pageOf(
        actionsOf(c.req.param("platform")),
        readPaging(c.req.query()),
        ({ title, systemId, method, platform }) => ({ title, key: systemId, method, platform }),
      ),
    ),
  );

  routes.get("/knowledge", (c) => {
    const { _id: id, connectionPlatform } = c.req.query();
    const platform = connectionPlatform ?? id?.split("::")[1] ?? "";
    const found = actionsOf(platform).filter(({ systemId }) => id === undefined || systemId === id);
    return c.json(pageOf(found, readPaging(c.req.query()), knowledgeRow));
  });

  return routes;
}

/** `ActionKnowledge` of the types in `@picahq/toolkit` 1.0.3. */
const knowledgeRow = ({ systemId, platform, title, method, path }: Action) => ({
  _id: systemId,
  connectionPlatform: platform,
  title,
  path,
  knowledge: `# ${title}\n\n${method} ${path}`,
  method,
  baseUrl: `https://${platform}.example`,
  tags: [],
  active: true,
});
