import { fileURLToPath } from "node:url";
import { runInNewContext } from "node:vm";
import { build, type Rolldown } from "vite";
import { expect, it } from "vitest";

/** What a page and a worker have; of Node's own globals there is none. */
const webGlobals = {
  AbortController,
  AbortSignal,
  Event,
  EventTarget,
  Headers,
  ReadableStream,
  Request,
  Response,
  TextDecoder,
  TextEncoder,
  URL,
  URLSearchParams,
  Uint8Array,
  atob,
  btoa,
  clearTimeout,
  console,
  crypto,
  fetch,
  setTimeout,
};

it("the root entry bundles for a browser, and its server answers where there is no Node", async () => {
  const warnings: string[] = [];
  const output = (await build({
    root: fileURLToPath(new URL("..", import.meta.url)),
    configFile: false,
    logLevel: "silent",
    build: {
      write: false,
      minify: false,
      lib: { entry: "src/index.ts", formats: ["iife"], name: "kit" },
      rolldownOptions: { onwarn: ({ message }) => void warnings.push(message) },
    },
  })) as Rolldown.RolldownOutput[];
  const [chunk] = output[0]?.output ?? [];
  expect(chunk?.imports).toEqual([]);
  expect(chunk?.code).not.toMatch(/["']node:|__vite-browser-external|\brequire\(/);
  expect(warnings).toEqual([]);

  const program = `${chunk?.code}
    const server = kit.createConnectServer({
      secret: "sk_test_local",
      authenticate: () => ({ user: "u_1" }),
      store: kit.createMemoryStore(),
      fetch: async () => Response.json({ rows: [], total: 0, pages: 0, page: 1 }),
    });
    server.handler(new Request("http://page.test/api/connect/connections")).then((r) => r.json());`;
  const answer = await runInNewContext(program, { ...webGlobals });
  expect(answer).toMatchObject({ connections: [], stale: false, viewer: expect.any(String) });
});
