/** Last known condition of something the server stands on; asking for it calls nothing. */
export interface HealthCheck {
  status: "ok" | "failing" | "unknown";
  /** Milliseconds since it was last seen, or `null` when it never was. */
  age: number | null;
}

/** Answer of `GET /health`. */
export interface HealthResponse {
  /** `failing` as soon as the database fails; Pica's absence alone is `degraded`. */
  status: "ok" | "degraded" | "failing";
  database: HealthCheck;
  pica: HealthCheck;
}
