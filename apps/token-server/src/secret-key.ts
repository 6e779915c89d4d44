import { ConnectConfigurationError, type PicaGeneration } from "@authkit-ui/server";

/** A secret key and whose it is: Pica's, or One's, as Pica is called since 2026. */
export interface SecretKey {
  secretKey: string | undefined;
  generation: PicaGeneration;
}

/**
 * The key of the environment; the variable that holds it says whether Pica or One answers.
 *
 * @throws ConnectConfigurationError `secret_ambiguous` when both hold one.
 */
export function readSecretKey(env: Readonly<Record<string, string | undefined>>): SecretKey {
  const { PICA_SECRET_KEY: pica, ONE_SECRET_KEY: one } = env;
  if (pica && one) {
    throw new ConnectConfigurationError(
      "secret_ambiguous",
      "PICA_SECRET_KEY and ONE_SECRET_KEY are both set, and a server speaks to one of the two: " +
        "Pica, or One, as Pica is called since 2026. Unset the other. People’s connections belong to " +
        "the account of the key that made them.",
    );
  }
  return one ? { secretKey: one, generation: "one" } : { secretKey: pica, generation: "pica" };
}
