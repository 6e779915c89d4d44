// @vitest-environment node
import { lazy, type ReactNode } from "react";
import { renderToString } from "react-dom/server";
import { renderToReadableStream } from "react-dom/server.edge";
import { expect, test, vi } from "vitest";
import { ConnectButton } from "../src/connect-button/connect-button.tsx";
import { ConnectProvider, useConnect, useConnections, useConnectors } from "../src/headless.ts";

function Page() {
  const connect = useConnect({ platform: "gmail" });
  const { status, connectors } = useConnectors();
  const list = useConnections();
  return (
    <button type="button" data-phase={connect.phase}>
      {status} {connectors.map(({ name }) => name).join()} {list.status}
    </button>
  );
}

test("renders on a server, where there is no document, with the data that was read there", () => {
  expect(typeof document).toBe("undefined");
  const error = vi.spyOn(console, "error");
  const html = renderToString(
    <ConnectProvider
      viewerKey="ann"
      initialData={{
        connectors: [
          {
            platform: "gmail",
            name: "Gmail",
            category: null,
            image: null,
            tags: [],
            actionCount: 1,
          },
        ],
      }}
    >
      <Page />
    </ConnectProvider>,
  );
  expect(html).toContain('data-phase="idle"');
  expect(html.replaceAll("<!-- -->", "")).toContain("success Gmail pending");
  expect(error).not.toHaveBeenCalled();
});

test("without a provider a hook says what is missing", () => {
  vi.spyOn(console, "error").mockReturnValue();
  expect(() => renderToString(<Page />)).toThrow(/no <ConnectProvider>/);
});

test("renders the child of asChild that a Server Component hands over late", async () => {
  const button = <button type="button">Link your mail</button>;
  const late = lazy(
    () =>
      new Promise<never>((resolve) => setImmediate(() => resolve({ default: button } as never))),
  ) as unknown as ReactNode;
  const stream = await renderToReadableStream(
    <ConnectProvider viewerKey="ann">
      <ConnectButton platform="gmail" asChild>
        {late}
      </ConnectButton>
    </ConnectProvider>,
  );
  await stream.allReady;
  const html = await new Response(stream).text();
  expect(html).toMatch(/<button [^>]*data-state="loading"[^>]*>Link your mail<\/button>/);
});
