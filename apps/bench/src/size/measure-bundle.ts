import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "esbuild";
import { type OutputChunk, rolldown } from "rolldown";

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
  /** Whether an app has this anyway. */
  isExternal: (id: string) => boolean;
}

const nothing: Size = { minified: 0, gzip: 0, brotli: 0 };

/** Files travel one by one, so each is compressed by itself. */
const sizeOf = (files: Iterable<string | Uint8Array>): Size =>
  [...files].reduce<Size>(
    (sum, file) => ({
      minified: sum.minified + Buffer.byteLength(file),
      gzip: sum.gzip + gzipSync(file, { level: 9 }).byteLength,
      brotli: sum.brotli + brotliCompressSync(file).byteLength,
    }),
    nothing,
  );

/** The entry and everything that it imports at once. */
function loadedAtOnce(chunks: readonly OutputChunk[]): Set<OutputChunk> {
  const loaded = new Set(chunks.filter(({ isEntry }) => isEntry));
  for (const { imports } of loaded) {
    for (const chunk of chunks) if (imports.includes(chunk.fileName)) loaded.add(chunk);
  }
  return loaded;
}

async function bundleScripts(input: string, { nodePaths = [], isExternal }: BundleRequest) {
  const bundle = await rolldown({
    input,
    external: isExternal,
    platform: "browser",
    // As an app's entry: what is loaded at first stays in its file, whoever shares it later.
    preserveEntrySignatures: "allow-extension",
    resolve: { modules: ["node_modules", ...nodePaths] },
    moduleTypes: { ".css": "empty" },
    transform: { target: "es2023", define: { "process.env.NODE_ENV": '"production"' } },
    logLevel: "silent",
  });
  const { output } = await bundle.generate({ format: "esm", minify: true });
  await bundle.close();
  return output.filter((file) => file.type === "chunk");
}

/** Fonts and pictures are left out. */
async function bundleSheets(input: string, { nodePaths = [] }: BundleRequest) {
  const { outputFiles } = await build({
    entryPoints: [input],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    outdir: "bundle",
    logLevel: "silent",
    define: { "process.env.NODE_ENV": '"production"' },
    nodePaths,
    loader: Object.fromEntries(
      [".woff", ".woff2", ".ttf", ".svg", ".png", ".gif"].map((ending) => [ending, "empty"]),
    ),
  });
  return outputFiles.filter(({ path }) => path.endsWith(".css")).map(({ contents }) => contents);
}

/** What reaches the browser for one import, minified. */
export async function measureBundle(request: BundleRequest): Promise<BundleSize> {
  const place = await mkdtemp(join(request.folder, "app-"));
  try {
    const input = join(place, "entry.js");
    await writeFile(input, request.code);
    const chunks = await bundleScripts(input, request);
    const atOnce = loadedAtOnce(chunks);
    const css = await bundleSheets(input, request);
    const codeOf = (some: Iterable<OutputChunk>) => [...some].map(({ code }) => code);
    return {
      js: sizeOf(codeOf(atOnce)),
      later: sizeOf(codeOf(chunks.filter((chunk) => !atOnce.has(chunk)))),
      css: css.length > 0 ? sizeOf(css) : null,
    };
  } finally {
    await rm(place, { recursive: true });
  }
}
