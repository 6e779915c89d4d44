import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { rolldown } from "rolldown";

const isReact = (id) => /^react(-dom)?(\/|$)/.test(id);
const isReactOrQuery = (id) => isReact(id) || id === "@tanstack/react-query";

const sizesOf = (chunks) =>
  chunks
    .map(({ code }) => ({
      minified: Buffer.byteLength(code),
      gzip: gzipSync(code, { level: 9 }).byteLength,
      brotli: brotliCompressSync(code).byteLength,
    }))
    .reduce(
      (sum, size) => ({
        minified: sum.minified + size.minified,
        gzip: sum.gzip + size.gzip,
        brotli: sum.brotli + size.brotli,
      }),
      { minified: 0, gzip: 0, brotli: 0 },
    );

/** Chunks that are loaded with the entry, before anything is imported at run time. */
function loadedWithEntry(chunks) {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const loaded = new Set(chunks.filter(({ isEntry }) => isEntry));
  for (const { imports } of loaded) {
    for (const name of imports) if (byName.has(name)) loaded.add(byName.get(name));
  }
  return loaded;
}

/**
 * Bundles `code` as an app in `folder` would whose bundler is Vite 8's: minified, for browsers, with
 * React left out, and React Query too unless `withQuery`. A module that is loaded at first stays in
 * the entry's file, also when something that is loaded later shares it.
 *
 * Resolves to sizes in bytes, each file compressed by itself, with the modules that are in them:
 * `first`, what a page loads at once, and `later`, what it loads when somebody acts.
 */
export async function bundleApp({ code, folder, withQuery = false }) {
  const place = mkdtempSync(join(folder, "app-"));
  try {
    const input = join(place, "entry.js");
    writeFileSync(input, code);
    const build = await rolldown({
      input,
      external: withQuery ? isReact : isReactOrQuery,
      platform: "browser",
      preserveEntrySignatures: "allow-extension",
      transform: { target: "es2023", define: { "process.env.NODE_ENV": '"production"' } },
      logLevel: "silent",
    });
    const { output } = await build.generate({ format: "esm", minify: true });
    await build.close();
    const chunks = output.filter(({ type }) => type === "chunk");
    const atFirst = loadedWithEntry(chunks);
    const modulesOf = ({ modules }) =>
      Object.entries(modules).flatMap(([id, { renderedLength }]) =>
        renderedLength > 0 ? [id] : [],
      );
    const partOf = (part) => ({ ...sizesOf(part), inputs: part.flatMap(modulesOf) });
    return {
      first: partOf([...atFirst]),
      later: partOf(chunks.filter((chunk) => !atFirst.has(chunk))),
    };
  } finally {
    rmSync(place, { recursive: true });
  }
}
