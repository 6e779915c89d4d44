import { ConnectConfigurationError, type PicaGeneration } from "@authkit-ui/server";

/** A secret key, and the service that it belongs to. Pica is called One since 2026. */
export interface SecretKey {
  secretKey: string | undefined;
  generation: PicaGeneration;
}

/**
 * Reads the secret key from the environment. The name of the variable tells Pica from One.
 *
 * @throws ConnectConfigurationError `secret_ambiguous` if both variables hold a key.
 */
export function readSecretKey(env: Readonly<Record<string, string | undefined>>): SecretKey {
  const { PICA_SECRET_KEY: pica, ONE_SECRET_KEY: one } = env;
  if (pica && one) {
    throw new ConnectConfigurationError(
      "secret_ambiguous",
      "PICA_SECRET_KEY and ONE_SECRET_KEY are both set, but a server uses either Pica or One (Pica’s " +
        "name since 2026). Unset one of them. Keep the one with which your users’ connections were made.",
    );
  }
  return one ? { secretKey: one, generation: "one" } : { secretKey: pica, generation: "pica" };
}
