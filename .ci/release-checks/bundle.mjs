import { relative } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "esbuild";

/** What a product that uses the kit loads anyway. */
export const react = ["react", "react-dom", "react-dom/*", "react/*"];
export const reactAndQuery = [...react, "@tanstack/react-query"];

const sizesOf = (files) =>
  files
    .map(({ contents }) => ({
      minified: contents.byteLength,
      gzip: gzipSync(contents, { level: 9 }).byteLength,
      brotli: brotliCompressSync(contents).byteLength,
    }))
    .reduce(
      (sum, size) => ({
        minified: sum.minified + size.minified,
        gzip: sum.gzip + size.gzip,
        brotli: sum.brotli + size.brotli,
      }),
      { minified: 0, gzip: 0, brotli: 0 },
    );

/** Outputs that are loaded with `start`, before anything is imported at run time. */
function loadedWith(start, outputs) {
  const loaded = new Set([start]);
  for (const path of loaded) {
    for (const { path: target, kind, external } of outputs[path].imports) {
      if (kind === "import-statement" && !external) loaded.add(target);
    }
  }
  return loaded;
}

/**
 * Bundles `code` as a product in `folder` would: minified, for browsers, with `external` left out.
 *
 * Resolves to all scripts as one text, and to sizes in bytes: `first`, what a page loads at once;
 * `later`, what it loads when somebody connects; `css`. The scripts' sizes come with the `inputs`
 * that they hold.
 */
export async function bundle({ code, folder, external = [], splitting = true }) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: folder },
    bundle: true,
    splitting,
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
  const { outputs } = metafile;
  const start = Object.keys(outputs).find((path) => outputs[path].entryPoint === "<stdin>");
  const atFirst = loadedWith(start, outputs);
  const pathOf = (file) => relative(folder, file.path).replaceAll("\\", "/");
  const inputsOf = (file) =>
    Object.entries(outputs[pathOf(file)].inputs).flatMap(([input, { bytesInOutput }]) =>
      bytesInOutput > 0 ? [input] : [],
    );
  const partOf = (files) => ({ ...sizesOf(files), inputs: files.flatMap(inputsOf) });
  const scripts = outputFiles.filter(({ path }) => path.endsWith(".js"));
  return {
    script: scripts.map(({ text }) => text).join("\n"),
    first: partOf(scripts.filter((file) => atFirst.has(pathOf(file)))),
    later: partOf(scripts.filter((file) => !atFirst.has(pathOf(file)))),
    css: sizesOf(outputFiles.filter(({ path }) => path.endsWith(".css"))),
  };
}
