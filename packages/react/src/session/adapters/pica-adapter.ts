import type { AuthKitAdapter } from "./authkit-adapter.ts";

/** Pica's AuthKit. Its package is loaded with the dialog. */
export const picaAdapter: AuthKitAdapter = {
  defaultBaseUrl: "https://authkit.picaos.com",
  load: () => import("./pica.ts"),
};
