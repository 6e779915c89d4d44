import { ConnectConfigurationError } from "@authkit-ui/server";

/**
 * How many proxies `TRUST_PROXY` says stand in front.
 *
 * @throws ConnectConfigurationError `trust_proxy_malformed` for what is no such number: to take it
 * for one would let clients name their own addresses.
 */
export function parseTrustProxy(value = ""): number {
  if (value === "" || value === "false") return 0;
  if (value === "true") return 1;
  if (/^\d{1,2}$/.test(value)) return Number(value);
  throw new ConnectConfigurationError(
    "trust_proxy_malformed",
    `TRUST_PROXY is "${value}". Set it to how many proxies stand in front: 0, 1, 2; true means 1.`,
  );
}
