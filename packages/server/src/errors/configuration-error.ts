/** What is wrong with the configuration; stable. */
export type ConfigurationErrorCode =
  | "secret_missing"
  | "secret_malformed"
  | "secret_ambiguous"
  | "authenticate_missing"
  | "store_missing"
  | "origin_malformed"
  | "base_path_malformed"
  | "base_url_malformed"
  | "timeout_malformed"
  | "trust_proxy_malformed"
  | "signing_secret_too_short"
  | "rate_limit_malformed"
  | "identity_malformed"
  | "connections_url_malformed"
  | "watch_malformed"
  | "action_malformed"
  | "access_malformed"
  | "port_unavailable"
  | "database_url_missing"
  | "pool_size_malformed"
  | "embedded_database_in_production";

/**
 * The server cannot run as configured. Thrown at start wherever that can be known, so that a
 * mistake never waits for the first visitor.
 */
export class ConnectConfigurationError extends Error {
  override readonly name = "ConnectConfigurationError";
  readonly code: ConfigurationErrorCode;

  constructor(code: ConfigurationErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
