import { createRequire } from "node:module";
import { basename, dirname } from "node:path";
import { build } from "esbuild";

export interface ScriptRequest {
  code: string;
  /** Where its relative imports begin. */
  folder: string;
  /** Where packages are found that do not lie above `folder`. */
  nodePaths?: string[];
  alias?: Record<string, string>;
}

const require = createRequire(import.meta.url);
/** One React for everybody, whatever another folder holds. */
const ourReact = Object.fromEntries(
  ["react", "react-dom"].map((name) => [name, dirname(require.resolve(`${name}/package.json`))]),
);

/** A script by its file name, and the parts that it loads later, all to be served side by side. */
export type Scripts = ReadonlyMap<string, string>;

/** A page's script as `name`, bundled for production; what it imports later stays apart. */
export async function bundleScripts(name: string, request: ScriptRequest): Promise<Scripts> {
  const { code, folder, nodePaths = [], alias = {} } = request;
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: folder, loader: "ts" },
    bundle: true,
    splitting: true,
    minify: true,
    write: false,
    outdir: "scripts",
    format: "esm",
    target: "es2023",
    jsx: "automatic",
    logLevel: "silent",
    define: { "process.env.NODE_ENV": '"production"' },
    nodePaths,
    alias: { ...ourReact, ...alias },
  });
  return new Map(
    outputFiles.map(({ path, text }) => {
      const file = basename(path);
      return [file === "stdin.js" ? name : file, text];
    }),
  );
}
