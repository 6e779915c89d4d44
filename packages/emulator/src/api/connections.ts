import { Hono } from "hono";
import { z } from "zod";
import type { EmulatorState } from "../emulator-state.ts";
import { type Connection, type Environment, identityTypes } from "../vault/connection.ts";
import { connectionRow } from "../vault/connection-row.ts";
import type { ConnectionFilter } from "../vault/vault.ts";
import type { ApiEnv } from "./api-env.ts";
import { readPaging, toPage } from "./paging.ts";
import { PicaError } from "./pica-error.ts";
import { requireSecret } from "./secret.ts";

const listQuery = z.object({
  key: z.string().optional(),
  /** What `@picahq/toolkit` 1.0.3 sends instead of `key`; that Pica reads it is a guess. */
  keys: z.string().optional(),
  name: z.string().optional(),
  identity: z.string().optional(),
  identityType: z.enum(identityTypes).optional(),
  platform: z.string().optional(),
  tags: z.string().optional(),
  active: z.enum(["true", "false"]).default("true"),
});

const tagsChange = z.object({ tags: z.array(z.string()).optional() });
/** One can rename, too; an empty name takes the name away. */
const oneChange = tagsChange.extend({ name: z.string().optional() });

const commaList = (text: string | undefined) => text?.split(",").filter((part) => part !== "");

/** `/v1/vault/connections`: the connections of the secret key's environment. */
export function connectionRoutes(emulator: EmulatorState) {
  const { vault, options } = emulator;
  const isOne = options.generation === "one";
  const routes = new Hono<ApiEnv>();
  routes.use(requireSecret(emulator));

  const find = (id: string, environment: Environment): Connection => {
    const connection = vault.byId(id);
    if (connection?.environment !== environment) throw new PicaError(404);
    return connection;
  };

  routes.get("/", (c) => {
    const parsed = listQuery.safeParse(c.req.query());
    if (!parsed.success) {
      throw new PicaError(
        400,
        `Invalid query parameter: ${parsed.error.issues[0]?.path.join(".")}`,
      );
    }
    const { key, keys, name, tags, active, ...query } = parsed.data;
    const filter: ConnectionFilter = {
      ...query,
      environment: c.get("environment"),
      keys: commaList(key ?? keys),
      tags: commaList(tags),
      // One's description of the list has neither of these two; that it shows failed ones is a guess.
      name: isOne ? undefined : name,
      active: isOne ? undefined : active === "true",
    };
    const paging = readPaging(c.req.query());
    const { rows, total } = vault.list(filter, paging.skip, paging.limit);
    return c.json(
      toPage(
        rows.map((row) => connectionRow(emulator, row)),
        total,
        paging,
      ),
    );
  });

  routes.get("/:id", (c) =>
    c.json(connectionRow(emulator, find(c.req.param("id"), c.get("environment")))),
  );

  routes.patch("/:id", async (c) => {
    const connection = find(c.req.param("id"), c.get("environment"));
    const body = (isOne ? oneChange : tagsChange).safeParse(await c.req.json().catch(() => null));
    if (!body.success) throw new PicaError(400, "Invalid request body");
    const change: z.infer<typeof oneChange> = body.data;
    vault.update(
      connection,
      {
        tags: change.tags ?? connection.tags,
        name: change.name === undefined ? connection.name : change.name || null,
      },
      emulator.clock.now(),
    );
    emulator.changed();
    return c.json(connectionRow(emulator, connection));
  });

  routes.delete("/:id", (c) => {
    vault.remove(find(c.req.param("id"), c.get("environment")));
    emulator.changed();
    return c.body("", 200);
  });

  return routes;
}
