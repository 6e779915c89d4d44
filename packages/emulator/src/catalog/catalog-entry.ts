import { z } from "zod";

/** One input of a connector's key form. */
export const credentialFieldSchema = z.object({
  /** Name under which the value is sent. */
  name: z.string().min(1),
  label: z.string().min(1),
  /** A secret is typed into a password field. */
  secret: z.boolean().default(true),
  placeholder: z.string().optional(),
  hint: z.string().optional(),
});

/** One connector of the catalog that the emulator is given; the rest of a row is derived. */
export const catalogEntrySchema = z.object({
  /** Pica's id of the platform, e.g. `gmail`. */
  platform: z.string().min(1),
  /** Display name, e.g. `Gmail`. */
  name: z.string().min(1),
  category: z.string().nullish(),
  /** How many actions the connector offers. */
  tools: z.number().int().nonnegative().default(0),
  description: z.string().optional(),
  /**
   * Address of a logo. When absent, the emulator serves its own mark of the platform, if it has
   * one.
   */
  image: z.string().optional(),
  /** Whether people sign in at the provider; when absent, `oauth-platforms.ts` decides. */
  oauth: z.boolean().optional(),
  /** What One asks people to allow. When absent, the scopes of `oauth-scopes.ts` are used. */
  scopes: z.array(z.string().min(1)).optional(),
  /** Inputs of the key form; when absent, `credential-fields.ts` decides. */
  fields: z.array(credentialFieldSchema).optional(),
  tags: z.array(z.string()).default([]),
  status: z
    .enum(["generally_available", "beta", "alpha", "not_available"])
    .default("generally_available"),
  active: z.boolean().default(true),
});

/** An input of a key form, as a catalog file may write it. */
export type CredentialField = z.input<typeof credentialFieldSchema>;

/** A connector, as a catalog file may write it: only `platform` and `name` are needed. */
export type CatalogEntry = z.input<typeof catalogEntrySchema>;
