import type { Environment } from "../vault/connection.ts";

/** What a request carries with it through the API. */
export interface ApiEnv {
  Variables: {
    correlationId: string;
    /** Set for requests with a valid secret key. */
    environment: Environment;
  };
}
