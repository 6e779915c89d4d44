import { createRequire } from "node:module";
import { dirname } from "node:path";
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

/** A page's script, bundled for production. */
export async function bundleScript(request: ScriptRequest): Promise<string> {
  const { code, folder, nodePaths = [], alias = {} } = request;
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: folder, loader: "ts" },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2023",
    jsx: "automatic",
    logLevel: "silent",
    define: { "process.env.NODE_ENV": '"production"' },
    nodePaths,
    alias: { ...ourReact, ...alias },
  });
  const [script] = outputFiles;
  if (!script) throw new Error("Nothing was bundled.");
  return script.text;
}
