import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "esbuild";

/** Bytes. */
export interface Size {
  minified: number;
  gzip: number;
  brotli: number;
}

export interface BundleSize {
  js: Size;
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
  alias?: Record<string, string>;
}

const sizeOf = (text: Uint8Array): Size => ({
  minified: text.byteLength,
  gzip: gzipSync(text, { level: 9 }).byteLength,
  brotli: brotliCompressSync(text).byteLength,
});

/** What reaches the browser for one import, minified; fonts and pictures are left out. */
export async function measureBundle(request: BundleRequest): Promise<BundleSize> {
  const output = await mkdtemp(join(tmpdir(), "authkit-ui-size-"));
  try {
    const { outputFiles } = await build({
      stdin: { contents: request.code, resolveDir: request.folder, loader: "ts" },
      bundle: true,
      minify: true,
      write: false,
      format: "esm",
      platform: "browser",
      outdir: output,
      logLevel: "silent",
      define: { "process.env.NODE_ENV": '"production"' },
      external: [...request.external],
      nodePaths: request.nodePaths ?? [],
      alias: request.alias ?? {},
      loader: Object.fromEntries(
        [".woff", ".woff2", ".ttf", ".svg", ".png", ".gif"].map((ending) => [ending, "empty"]),
      ),
    });
    const file = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending));
    const [js, css] = [file(".js"), file(".css")];
    if (!js) throw new Error("Nothing was bundled.");
    return { js: sizeOf(js.contents), css: css ? sizeOf(css.contents) : null };
  } finally {
    await rm(output, { recursive: true });
  }
}
