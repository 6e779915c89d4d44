import type { Context, Hono } from "hono";
import type { Viewer } from "../identity/identity.ts";
import type { RequestMetadata } from "./client-address.ts";

/** Values that an answer needs of its request. */
export interface AnswerVariables {
  requestId: string;
  /** For whom the answer may be read across origins; absent where nobody is asked. */
  crossOriginHeaders?: Readonly<Record<string, string>> | undefined;
  /** Set for an answer that was made with all its headers. */
  hasAllHeaders?: true | undefined;
}

/** What Hono carries with each request of the handler. */
export interface ConnectEnv<V extends Viewer> {
  Bindings: RequestMetadata;
  Variables: AnswerVariables & { viewer: V };
}
export type ConnectApp<V extends Viewer> = Hono<ConnectEnv<V>>;
export type ConnectContext<V extends Viewer> = Context<ConnectEnv<V>>;
