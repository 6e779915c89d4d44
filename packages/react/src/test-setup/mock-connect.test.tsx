import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, onTestFinished } from "vitest";
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
