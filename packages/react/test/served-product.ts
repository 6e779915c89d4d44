import { fileURLToPath } from "node:url";
import { type Browser, chromium, type LaunchOptions } from "playwright";
import { build, type Rolldown } from "vite";
import { chromiumLaunch } from "../../../.ci/chromium.mjs";
import { type Backend, startBackend } from "./backend.ts";

/** What a page of the product is opened with. */
export interface PageOptions {
  baseUrl?: string;
  endpoint?: string;
  /** The page's Content-Security-Policy. */
  policy?: string;
  /** The signed-in person. @default a new one for each load */
  viewer?: string;
  /**
   * With One's AuthKit: a button with the hook, the kit's components, or cards for what is in
   * `window.conversation`.
   */
  one?: "hook" | "components" | "cards" | "own-cards";
  authWindow?: "popup" | "same";
}

/** A built product with its back end: pages of its own, for what one page of Vitest's cannot show. */
export interface ServedProduct extends Backend {
  page: (options?: PageOptions) => string;
}

async function buildPage(): Promise<Map<string, string>> {
  const result = await build({
    root: fileURLToPath(new URL("..", import.meta.url)),
    configFile: false,
    logLevel: "error",
    define: { "process.env.NODE_ENV": '"development"' },
    oxc: { jsx: { runtime: "automatic", development: false } },
    build: {
      write: false,
      minify: false,
      modulePreload: false,
      rolldownOptions: {
        input: fileURLToPath(new URL("product-page.tsx", import.meta.url)),
        output: { entryFileNames: "page.js", chunkFileNames: "[name].js" },
        checks: { moduleLevelDirective: false },
      },
    },
  });
  const { output } = result as Rolldown.RolldownOutput;
  return new Map(output.map((file) => [`/${file.fileName}`, "code" in file ? file.code : ""]));
}

export async function serveProduct(): Promise<ServedProduct> {
  const files = await buildPage();
  const backend = await startBackend((request) => {
    const { pathname, searchParams } = new URL(request.url);
    const code = files.get(pathname);
    if (code !== undefined) {
      return new Response(code, { headers: { "content-type": "text/javascript" } });
    }
    const policy = searchParams.get("policy");
    const script = pathname === "/" ? '<script type="module" src="/page.js"></script>' : "";
    return new Response(`<!doctype html><title>Product</title><body>${script}`, {
      headers: {
        "content-type": "text/html",
        ...(policy && { "content-security-policy": policy }),
      },
    });
  });
  return {
    ...backend,
    page: ({ baseUrl, ...options } = {}) => {
      const ownOrigin = options.one ? backend.oneOrigin : backend.authKitOrigin;
      // Another site than AuthKit's page, as in life.
      const address = new URL(backend.origin.replace("127.0.0.1", "localhost"));
      address.search = new URLSearchParams({
        baseUrl: baseUrl ?? ownOrigin,
        ...options,
      }).toString();
      return address.href;
    },
  };
}

export const launchChromium = (options: LaunchOptions = {}): Promise<Browser> =>
  chromium.launch({ ...chromiumLaunch(), ...options });
