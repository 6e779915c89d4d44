import type { Context, Hono } from "hono";
import type { RequestIdVariables } from "hono/request-id";
import type { Viewer } from "../identity/identity.ts";
import type { RequestMetadata } from "./client-address.ts";

/** What Hono carries with each request of the handler. */
export interface ConnectEnv<V extends Viewer> {
  Bindings: RequestMetadata;
  Variables: RequestIdVariables & { viewer: V };
}
export type ConnectApp<V extends Viewer> = Hono<ConnectEnv<V>>;
export type ConnectContext<V extends Viewer> = Context<ConnectEnv<V>>;
