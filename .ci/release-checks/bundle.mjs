import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "esbuild";

/** What a product that uses the kit loads anyway. */
export const react = ["react", "react-dom", "react-dom/*", "react/*"];
export const reactAndQuery = [...react, "@tanstack/react-query"];

/**
 * Bundles `code` as a product in `folder` would: minified, for browsers, with `external` left out.
 * Resolves to what came of it, its sizes in bytes, and the bytes that each input adds.
 */
export async function bundle({ code, folder, external = [] }) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: folder },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: "esm",
    platform: "browser",
    target: "es2023",
    outdir: folder,
    absWorkingDir: folder,
    logLevel: "silent",
    define: { "process.env.NODE_ENV": '"production"' },
    external,
  });
  const outputs = Object.values(metafile.outputs);
  const contentsOf = (ending) => outputFiles.find(({ path }) => path.endsWith(ending))?.contents;
  const sizesOf = (contents) =>
    contents && {
      minified: contents.byteLength,
      gzip: gzipSync(contents, { level: 9 }).byteLength,
      brotli: brotliCompressSync(contents).byteLength,
    };
  return {
    script: Buffer.from(contentsOf(".js")).toString("utf8"),
    js: sizesOf(contentsOf(".js")),
    css: sizesOf(contentsOf(".css")),
    inputs: Object.assign({}, ...outputs.map(({ inputs }) => inputs)),
  };
}
