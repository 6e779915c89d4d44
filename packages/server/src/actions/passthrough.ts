import { type ActionEffect, assertAccess, effectOf } from "../connections/access.ts";
import { isUuid } from "../connections/connections.ts";
import type { RecordUse } from "../connections/use-recorder.ts";
import { notFound } from "../errors/problem-error.ts";
import type { PicaClient } from "../pica/pica-client.ts";
import type { ConnectStore } from "../store/connect-store.ts";
import type { ActionMethod } from "./action.ts";
import { checkPath } from "./path-template.ts";

/** A request of the product's own back end to a provider. */
export interface PassthroughRequest {
  method: ActionMethod;
  /** The provider's own path, e.g. `/users/me/profile`, already encoded. */
  path: string;
  /** Pica's id of the action, `conn_mod_def::…::…`. */
  actionId: string;
  query?: Record<string, string | number | boolean | undefined> | undefined;
  /** Sent as JSON. */
  body?: unknown;
  /**
   * Whether it only reads at the provider, for accounts that may only be read.
   * @default "read" for a GET, else "write"
   */
  effect?: ActionEffect | undefined;
}

/** Statuses that a `Response` may not give a body. */
const bodiless = [204, 205, 304];

/**
 * Sends a request in a connection's name and hands back what the provider said: status, type and
 * body; its cookies, redirects and other headers stay behind.
 */
export function createPassthrough(
  store: ConnectStore,
  pica: PicaClient,
  recordUse: RecordUse,
  isDescribing: (id: string) => boolean,
) {
  return async (
    id: string,
    { path, effect, ...request }: PassthroughRequest,
  ): Promise<Response> => {
    const { environment } = pica;
    const [row] = isUuid(id) ? await store.findConnections({ id, environment }) : [];
    if (!row) throw notFound("connection");
    // Asked now, because `describeAccount` may be over before a slow provider answers.
    const isUse = !isDescribing(row.id);
    // `describeAccount` may read any account, so that people can tell their accounts apart. Writes are
    // refused to it too: another request of the product may run at the same time.
    const needed = effectOf({ method: request.method, effect });
    if (isUse || needed === "write") assertAccess(row, needed);
    const { status, headers, text } = await pica.passthrough({
      ...request,
      key: row.key,
      path: checkPath(path),
    });
    if (isUse && status >= 200 && status <= 299) await recordUse(row);
    const kept = ["content-type", "retry-after"].flatMap((name) => {
      const value = headers.get(name);
      return value === null ? [] : [[name, value] as [string, string]];
    });
    return new Response(bodiless.includes(status) ? null : text, { status, headers: kept });
  };
}
