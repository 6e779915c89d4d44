import { build } from "esbuild";

/** What a product that uses the kit loads anyway. */
export const react = ["react", "react-dom", "react-dom/*", "react/*"];

/**
 * Bundles `code`, as a module of a product in `folder`, into one script for browsers, with
 * `external` left out.
 */
export async function bundle({ code, folder, external = [] }) {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: folder },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "browser",
    target: "es2023",
    outdir: folder,
    absWorkingDir: folder,
    logLevel: "silent",
    define: { "process.env.NODE_ENV": '"production"' },
    external,
  });
  return outputFiles.find(({ path }) => path.endsWith(".js")).text;
}
