import { resolve } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build, type Metafile } from "esbuild";

/** Bytes. */
export interface Size {
  minified: number;
  gzip: number;
  brotli: number;
}

export interface BundleSize {
  /** What the import loads. */
  js: Size;
  /** What it may load later, by itself. */
  later: Size;
  css: Size | null;
}

export interface BundleRequest {
  /** The one module that is bundled, as an app would write it. */
  code: string;
  /** Where its imports are found, besides what lies above `folder`. */
  folder: string;
  nodePaths?: string[];
  /** What an app has anyway. */
  external: readonly string[];
}

const nothing: Size = { minified: 0, gzip: 0, brotli: 0 };

/** Files travel one by one, so each is compressed by itself. */
const sizeOf = (files: readonly Uint8Array[]): Size =>
  files.reduce(
    (sum, file) => ({
      minified: sum.minified + file.byteLength,
      gzip: sum.gzip + gzipSync(file, { level: 9 }).byteLength,
      brotli: sum.brotli + brotliCompressSync(file).byteLength,
    }),
    nothing,
  );

/** The entry and everything that it imports at once. */
function loadedAtOnce(outputs: Metafile["outputs"]): Set<string> {
  // What is loaded later is an entry point too.
  const entry = Object.keys(outputs).find((path) => outputs[path]?.entryPoint === "<stdin>");
  const files = new Set(entry ? [entry] : []);
  for (const file of files) {
    for (const { path, kind } of outputs[file]?.imports ?? []) {
      if (kind === "import-statement" && outputs[path]) files.add(path);
    }
  }
  return files;
}

/** What reaches the browser for one import, minified; fonts and pictures are left out. */
export async function measureBundle(request: BundleRequest): Promise<BundleSize> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: request.code, resolveDir: request.folder, loader: "ts" },
    bundle: true,
    splitting: true,
    minify: true,
    write: false,
    metafile: true,
    format: "esm",
    platform: "browser",
    outdir: "bundle",
    logLevel: "silent",
    define: { "process.env.NODE_ENV": '"production"' },
    external: [...request.external],
    nodePaths: request.nodePaths ?? [],
    loader: Object.fromEntries(
      [".woff", ".woff2", ".ttf", ".svg", ".png", ".gif"].map((ending) => [ending, "empty"]),
    ),
  });
  const atOnce = new Set([...loadedAtOnce(metafile.outputs)].map((path) => resolve(path)));
  const contents = (fits: (path: string) => boolean) =>
    outputFiles.filter(({ path }) => fits(path)).map((file) => file.contents);
  const css = contents((path) => path.endsWith(".css"));
  return {
    js: sizeOf(contents((path) => atOnce.has(path))),
    later: sizeOf(contents((path) => path.endsWith(".js") && !atOnce.has(path))),
    css: css.length > 0 ? sizeOf(css) : null,
  };
}
