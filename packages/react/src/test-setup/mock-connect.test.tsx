import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, onTestFinished, vi } from "vitest";
import { ConnectButton, ConnectionsList, ConnectProvider } from "../index.ts";
import { mockConnect } from "./mock-connect.ts";

it("gives a field of a row that is undefined its default", () => {
  const { connections, restore } = mockConnect({
    connections: [{ platform: "slack", name: undefined, state: undefined }],
  });
  restore();
  expect(connections[0]).toMatchObject({ platform: "slack", name: null, state: "operational" });
});

it("shows the account that AuthKit's page connects", async () => {
  const connect = mockConnect({ account: "ann@example.com" });
  onTestFinished(connect.restore);
  render(
    <ConnectProvider viewerKey="ann">
      <ConnectButton platform="gmail" />
      <ConnectionsList />
    </ConnectProvider>,
  );
  await userEvent.click(await screen.findByRole("button", { name: "Connect Gmail", busy: false }));
  const list = await screen.findByRole("region", { name: "Connected accounts" });
  await within(list).findByText("ann@example.com");
  expect(connect.connections).toMatchObject([{ platform: "gmail", account: "ann@example.com" }]);
});

it("warns once, with what to set, when the provider's endpoint is another one", async () => {
  const warn = vi.spyOn(console, "warn").mockReturnValue();
  onTestFinished(() => warn.mockRestore());
  const earlierFetch = vi.spyOn(globalThis, "fetch");
  earlierFetch.mockImplementation(async () => new Response(null, { status: 404 }));
  onTestFinished(() => earlierFetch.mockRestore());
  const connect = mockConnect();
  onTestFinished(connect.restore);
  await fetch("/api/notes/connections");
  expect(warn).not.toHaveBeenCalled();
  render(
    <ConnectProvider viewerKey="ann" endpoint="/integrations">
      <ConnectButton platform="gmail" />
      <ConnectionsList />
    </ConnectProvider>,
  );
  await screen.findByText("Your accounts didn’t load");
  const lines = warn.mock.calls.map(([line]) => line);
  expect(lines).toEqual([expect.stringContaining('mockConnect({ endpoint: "/integrations" })')]);
});
