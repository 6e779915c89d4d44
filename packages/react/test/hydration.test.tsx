import type { Connection } from "@authkit-ui/contract";
import { act } from "@testing-library/react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { expect, onTestFinished, test, vi } from "vitest";
import { AttentionBanner } from "../src/attention-banner/attention-banner.tsx";
import { ConnectChecklist } from "../src/connect-checklist/connect-checklist.tsx";
import { connection } from "../src/connections-list/connections.fixtures.ts";
import { ConnectProvider } from "../src/provider/connect-provider.tsx";
import { RequireConnection } from "../src/require-connection/require-connection.tsx";
import { mockConnect } from "../src/test-setup/index.ts";

const sales = connection({ platform: "hubspot", name: "Sales", state: "failed" });

/** Hydrates in a browser what a server has rendered for the same accounts. */
async function hydrate(connections: Connection[]) {
  mockConnect();
  const page = (
    <ConnectProvider viewerKey="ann" initialData={{ connections }}>
      <AttentionBanner />
      <RequireConnection platform="hubspot" fallback={<p>Closed</p>}>
        <p>Open</p>
      </RequireConnection>
      <ConnectChecklist requirements={[{ platform: "hubspot" }, { anyOf: ["slack", "notion"] }]} />
    </ConnectProvider>
  );
  const container = document.createElement("div");
  document.body.append(container);
  container.innerHTML = renderToString(page);
  const html = container.innerHTML;
  const onRecoverableError = vi.fn();
  const complaint = vi.spyOn(console, "error");
  const root = await act(async () => hydrateRoot(container, page, { onRecoverableError }));
  onTestFinished(() => {
    act(() => root.unmount());
    complaint.mockRestore();
  });
  expect(onRecoverableError).not.toHaveBeenCalled();
  expect(complaint).not.toHaveBeenCalled();
  return { html, container };
}

test("banner, gate and checklist are in the server's HTML, and hydrate without a change", async () => {
  const { html } = await hydrate([sales]);
  expect(html).toContain('aria-label="Sales needs you to sign in again"');
  expect(html).toContain("Closed");
  expect(html).toContain('data-state="broken"');
  const { html: healthy } = await hydrate([{ ...sales, state: "operational" }]);
  expect(healthy).not.toContain("ak-attention-banner");
  expect(healthy).toContain("Open");
});

test("a dismissed banner disappears on hydration, and is not announced", async () => {
  const { container } = await hydrate([sales]);
  const dismiss = container.querySelector<HTMLElement>("[aria-label=Dismiss]");
  act(() => dismiss?.click());
  const { html, container: next } = await hydrate([sales]);
  expect(html).toContain("ak-attention-banner");
  expect(next.querySelector(".ak-attention-banner")).toBeNull();
  expect(next.querySelector(".ak-announcer")).toBeEmptyDOMElement();
});
