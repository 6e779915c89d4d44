import type { Connection } from "@authkit-ui/contract";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, test } from "vitest";
import { render } from "../../test/render.tsx";
import { ConnectButton } from "../connect-button/connect-button.tsx";
import { useRequirements } from "../hooks/use-requirements.ts";
import { ConnectProvider } from "../provider/connect-provider.tsx";
import { mockConnect } from "../test-setup/index.ts";
import { RequireConnection, type RequireConnectionProps } from "./require-connection.tsx";

// Preloads the chunk, so that no press waits for it.
beforeAll(() => import("../session/adapters/pica.ts"));

const gate = (props: RequireConnectionProps = {}) => (
  <ConnectProvider viewerKey={crypto.randomUUID()}>
    <RequireConnection
      platform="gmail"
      loading={<p>Loading</p>}
      fallback={<ConnectButton platform="gmail" />}
      {...props}
    >
      <p>Inbox</p>
    </RequireConnection>
  </ConnectProvider>
);

test("shows the feature once its account is connected", async () => {
  mockConnect();
  render(gate());
  expect(screen.getByText("Loading")).toBeVisible();
  await userEvent.click(await screen.findByRole("button", { name: "Connect Gmail", busy: false }));
  await screen.findByText("Inbox");
  expect(screen.queryByRole("button")).toBeNull();
});

test("hides the feature while its account needs attention, and tells broken from missing", async () => {
  mockConnect({ connections: [{ platform: "slack", state: "gone" }] });
  render(
    gate({
      platform: undefined,
      anyOf: ["slack", "notion"],
      fallback: ({ missing, broken }) => `${missing.length} missing, ${broken.length} broken`,
    }),
  );
  await screen.findByText("0 missing, 1 broken");
  expect(screen.queryByText("Inbox")).toBeNull();
});

function Onboarding() {
  const { status, met, next, connectNext } = useRequirements([
    { platform: "gmail" },
    { anyOf: ["slack", "notion"] },
  ]);
  return (
    <button type="button" disabled={!connectNext} onClick={() => connectNext?.()}>
      {status} {met ? "met" : "open"} {next?.platforms.join() ?? "none"}
    </button>
  );
}

test("useRequirements connects the next platform, or reconnects its broken account", async () => {
  const mock = mockConnect({ connections: [{ platform: "gmail", state: "failed" }] });
  render(
    <ConnectProvider viewerKey={crypto.randomUUID()}>
      <Onboarding />
    </ConnectProvider>,
  );
  await userEvent.click(await screen.findByRole("button", { name: "success open gmail" }));
  const next = await screen.findByRole("button", { name: "success open slack,notion" });
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await userEvent.click(next);
  await waitFor(() => expect(screen.getByRole("button")).toHaveTextContent("success met none"));
  expect(screen.getByRole("button")).toBeDisabled();
  const platforms = mock.connections.map(
    ({ platform, state }: Connection) => `${platform} ${state}`,
  );
  expect(platforms).toEqual(["gmail operational", "slack operational"]);
});
