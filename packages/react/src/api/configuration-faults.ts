import { type ConnectError, isConfigurationFault } from "./connect-error.ts";

const reported = new Set<string>();

/**
 * Tells developers, in development and once for each fault, what is wrong with the product's setup:
 * the page shows people a text that names no cause.
 *
 * @param call The request that met it, if one did.
 */
export function reportConfigurationFault({ code, message }: ConnectError, call?: string): void {
  if (process.env.NODE_ENV === "production" || !isConfigurationFault(code)) return;
  const fault = `${code}: ${message}`;
  if (reported.has(fault)) return;
  reported.add(fault);
  const where = call === undefined ? "" : ` (${call})`;
  console.error(
    `authkit-ui: connecting is not set up right${where}. ${fault} ` +
      'Symptoms and settings are listed in docs/troubleshooting.md; "authkit-ui-doctor" checks a ' +
      "running server.",
  );
}
