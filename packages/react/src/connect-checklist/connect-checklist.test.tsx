import type { Connection, Requirement } from "@authkit-ui/contract";
import { QueryClient } from "@tanstack/react-query";
import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createRef } from "react";
import { beforeAll, expect, test, vi } from "vitest";
import { render } from "../../test/render.tsx";
import { ConnectProvider } from "../provider/connect-provider.tsx";
import { type MockConnectOptions, mockConnect } from "../test-setup/index.ts";
import { ConnectChecklist, type ConnectChecklistProps } from "./connect-checklist.tsx";

// Preloads the chunk, so that no press waits for it.
beforeAll(() => import("../session/adapters/pica.ts"));

const requirements: Requirement[] = [
  { platform: "gmail" },
  { anyOf: ["slack", "notion"], optional: true },
  { platform: "hubspot" },
];

async function show(props: Partial<ConnectChecklistProps> = {}, options: MockConnectOptions = {}) {
  const mock = mockConnect(options);
  const queryClient = new QueryClient();
  const shown = render(
    <ConnectProvider viewerKey={crypto.randomUUID()} queryClient={queryClient}>
      <ConnectChecklist requirements={requirements} {...props} />
    </ConnectProvider>,
  );
  await waitFor(() => expect(checklist()).not.toHaveAttribute("data-state", "loading"));
  await screen.findByText("HubSpot");
  /** Changes an account at the server, and refreshes the page. */
  const change = (index: number, part: Partial<Connection>) => {
    Object.assign(mock.connections[index] ?? {}, part);
    return act(async () => {
      await queryClient.refetchQueries();
      // TanStack Query notifies its observers in a separate task.
      await new Promise((resolve) => setTimeout(resolve));
    });
  };
  return { change, ...shown };
}
const checklist = () => document.querySelector<HTMLElement>(".ak-checklist");
const rows = () => screen.getAllByRole("listitem");
const states = () => rows().map(({ dataset }) => dataset.state);
const button = (name: string) => screen.getByRole("button", { name });
const hasFocus = (name: string) => waitFor(() => expect(button(name)).toHaveFocus());

test("moves the focus from row to row, and back to an account that breaks meanwhile", async () => {
  const onComplete = vi.fn();
  const { change } = await show({ onComplete });
  expect(states()).toEqual(["missing", "missing", "missing"]);
  expect(rows()[1]).toHaveTextContent(/Slack or Notion.*Optional/);
  expect(checklist()).toHaveTextContent("0 of 2 connected");

  await userEvent.tab();
  expect(button("Connect Gmail")).toHaveFocus();
  await userEvent.keyboard("{Enter}");
  await hasFocus("Connect Slack");

  await change(0, { state: "failed" });
  expect(states()).toEqual(["broken", "missing", "missing"]);
  expect(button("Connect Slack")).toHaveFocus();
  await userEvent.tab();
  await userEvent.tab();
  expect(button("Connect HubSpot")).toHaveFocus();
  await userEvent.keyboard("{Enter}");
  await hasFocus("Reconnect Gmail");
  expect(states()).toEqual(["broken", "missing", "met"]);
  expect(onComplete).not.toHaveBeenCalled();

  await userEvent.keyboard("{Enter}");
  await hasFocus("Connect Slack");
  expect(checklist()).toHaveAttribute("data-state", "complete");
  await waitFor(() => expect(onComplete).toHaveBeenCalledOnce());

  await userEvent.keyboard("{Enter}");
  await waitFor(() => expect(screen.getByRole("heading")).toHaveFocus());
  expect(states()).toEqual(["met", "met", "met"]);
  expect(onComplete).toHaveBeenCalledOnce();
});

test("moves the focus on when another tab reconnects the account of the focused button", async () => {
  const { change } = await show({}, { connections: [{ platform: "gmail", state: "failed" }] });
  button("Reconnect Gmail").focus();
  await change(0, { state: "operational" });
  expect(button("Connect Slack")).toHaveFocus();
  (document.activeElement as HTMLElement).blur();
  await change(0, { state: "gone" });
  await change(0, { state: "operational" });
  expect(document.body).toHaveFocus();
});

test("shows in the row why connecting failed, and tries again", async () => {
  const onError = vi.fn();
  await show({ onError }, { authKit: "decline" });
  await userEvent.click(button("Connect Gmail"));
  await waitFor(() => expect(states()[0]).toBe("error"));
  expect(within(rows()[0] as HTMLElement).getByRole("alert")).toHaveTextContent(
    "The person declined.",
  );
  await userEvent.click(button("Try again to connect Gmail"));
  await waitFor(() => expect(onError).toHaveBeenCalledTimes(2));
});

test("offers only available platforms, and shows the reason when none is available", async () => {
  const unavailable = "Ask an administrator to turn it on.";
  await show(
    {},
    {
      connectors: [
        { platform: "gmail", name: "Gmail", unavailable },
        { platform: "slack", name: "Slack", unavailable },
        { platform: "notion", name: "Notion" },
        { platform: "hubspot", name: "HubSpot" },
      ],
    },
  );
  const [mail, chat] = rows() as [HTMLElement, HTMLElement];
  expect(within(mail).queryByRole("button")).toBeNull();
  expect(mail).toHaveTextContent(unavailable);
  expect(within(chat).getAllByRole("button")).toHaveLength(1);
});

test("is complete at once when every account is connected, and names the accounts", async () => {
  const onComplete = vi.fn();
  const ref = createRef<HTMLElement>();
  await show({ onComplete, ref, id: "mine", "data-tour": "3" } as Partial<ConnectChecklistProps>, {
    connections: [{ platform: "gmail", name: "Mail" }, { platform: "hubspot" }],
  });
  expect(ref.current).toBe(checklist());
  expect(checklist()).toHaveAttribute("data-tour", "3");
  expect(checklist()).toHaveTextContent("Everything you need is connected");
  expect(rows()[0]).toHaveTextContent("Mail");
  await waitFor(() => expect(onComplete).toHaveBeenCalledOnce());
});

test("says that the accounts could not be read, and retries", async () => {
  mockConnect({});
  const { fetch } = globalThis;
  let isDown = true;
  vi.stubGlobal("fetch", (input: string, init?: RequestInit) =>
    isDown && input.includes("/connections")
      ? Promise.resolve(new Response(null, { status: 403 }))
      : fetch(input, init),
  );
  render(
    <ConnectProvider viewerKey={crypto.randomUUID()}>
      <ConnectChecklist requirements={requirements} />
    </ConnectProvider>,
  );
  await waitFor(() => expect(checklist()).toHaveAttribute("data-state", "error"));
  isDown = false;
  await userEvent.click(button("Try again"));
  await waitFor(() => expect(checklist()).toHaveAttribute("data-state", "incomplete"));
  vi.unstubAllGlobals();
});
