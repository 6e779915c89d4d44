import { useChat } from "@ai-sdk/react";
import type { AgentOutcome, ConnectionRequest } from "@authkit-ui/contract";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import {
  type ChatTransport,
  lastAssistantMessageIsCompleteWithToolCalls,
  type UIMessage,
  type UIMessageChunk,
} from "ai";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { failRequests } from "../../test/fail-requests.ts";
import { render } from "../../test/render.tsx";
import { sentRequest } from "../../test/sent-request.ts";
import { ConnectProvider } from "../provider/connect-provider.tsx";
import { type MockConnectOptions, mockConnect } from "../test-setup/index.ts";
import { ChatConnectRequest, hasConnectionRequest } from "./chat-connect-request.tsx";

// Preloads the chunk, so that no press waits for it.
beforeAll(() => import("../session/adapters/pica.ts"));

let viewerKey: string;
beforeEach(() => {
  viewerKey = crypto.randomUUID();
});

const waitingFor = (request: ConnectionRequest): AgentOutcome => ({
  status: "connection_required",
  platform: request.platform,
  reason: request.reason,
  requestId: request.id,
  request,
});

/** The part of a tool call that waits for an account. */
const waitingPart = (toolCallId: string, request: ConnectionRequest) => ({
  type: "tool-sendNote" as const,
  toolCallId,
  state: "output-available" as const,
  input: { to: "ann@marlowfinch.co" },
  output: waitingFor(request),
});

const asked: UIMessage = {
  id: "1",
  role: "user",
  parts: [{ type: "text", text: "Send Ann a note." }],
};
const answered = (...parts: UIMessage["parts"]): UIMessage => ({
  id: "2",
  role: "assistant",
  parts: [{ type: "text", text: "I need an account." }, ...parts],
});

/** Stands in for the product's server: what the model was told, and what it says. */
function createModel() {
  const heard: UIMessage[][] = [];
  let finish = () => {};
  let calls: UIMessageChunk[] = [];
  const transport: ChatTransport<UIMessage> = {
    sendMessages: async ({ messages }) => {
      heard.push(structuredClone(messages));
      return new ReadableStream<UIMessageChunk>({
        start(controller) {
          controller.enqueue({ type: "start" });
          for (const chunk of calls) controller.enqueue(chunk);
          controller.enqueue({ type: "text-start", id: "1" });
          controller.enqueue({ type: "text-delta", id: "1", delta: "The model goes on." });
          finish = () => {
            controller.enqueue({ type: "text-end", id: "1" });
            controller.enqueue({ type: "finish" });
            controller.close();
          };
        },
      });
    },
    reconnectToStream: async () => null,
  };
  /** What it says before its text. */
  const say = (chunks: UIMessageChunk[]) => {
    calls = chunks;
  };
  return { heard, transport, say, finish: () => finish() };
}

interface ChatPageProps {
  id?: string;
  messages: UIMessage[];
  transport: ChatTransport<UIMessage>;
  onError?: ((error: Error) => void) | undefined;
}

/** A product's chat. */
function ChatPage({ id = "chat", messages: stored, transport, onError }: ChatPageProps) {
  const chat = useChat({
    id,
    messages: stored,
    transport,
    sendAutomaticallyWhen: (state) =>
      !hasConnectionRequest(state) && lastAssistantMessageIsCompleteWithToolCalls(state),
  });
  /** Answers the tools that the page has. */
  const pickDate = () => {
    void chat.addToolOutput({ tool: "pickDate", toolCallId: "date", output: "2026-01-01" });
  };
  return (
    <>
      {chat.messages.map((message) =>
        message.parts.map((part, index) =>
          part.type === "text" ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no id and keep their places
            <p key={`${message.id} ${index}`}>{part.text}</p>
          ) : (
            <ChatConnectRequest
              // biome-ignore lint/suspicious/noArrayIndexKey: parts have no id and keep their places
              key={`${message.id} ${index}`}
              chat={chat}
              part={part}
              description="Send a note to Ann"
              onError={onError}
            />
          ),
        ),
      )}
      <button type="button" onClick={() => void chat.sendMessage({ text: "And hurry." })}>
        Send
      </button>
      <button type="button" onClick={pickDate}>
        Pick a date
      </button>
    </>
  );
}

function show(
  messages: UIMessage[],
  options: MockConnectOptions = { connectionRequests: [{ platform: "gmail" }] },
  props: Partial<ChatPageProps> = {},
) {
  const mock = mockConnect(options);
  const model = createModel();
  render(
    <ConnectProvider viewerKey={viewerKey}>
      <ChatPage messages={messages} transport={model.transport} {...props} />
    </ConnectProvider>,
  );
  /** The outputs of the tool calls that the model was told of, each time that it went on. */
  const outputs = () =>
    model.heard.map((messages) =>
      messages.flatMap(({ parts }) =>
        parts.flatMap((part) => ("output" in part ? [part.output] : [])),
      ),
    );
  return { ...model, mock, outputs };
}

const press = async (name: string) => userEvent.click(await screen.findByRole("button", { name }));

const done = { status: "done", connectionId: "connection-0", result: null };

test("A call that waits asks for the account, and the model goes on once with its outcome", async () => {
  const { outputs } = show([asked, answered(waitingPart("a", sentRequest()))]);
  expect(await screen.findByText("Send a note to Ann")).toBeVisible();
  await press("Connect Gmail");
  expect(await screen.findByText("The model goes on.")).toBeVisible();
  expect(outputs()).toEqual([[done]]);
  const card = screen.getByRole("group", { name: /Gmail/ });
  expect(card).toHaveTextContent("Gmail Connected");
  expect(card).toContainElement(document.activeElement as HTMLElement);
});

test("The model hears that the person said no", async () => {
  const { outputs } = show([asked, answered(waitingPart("a", sentRequest()))]);
  await press("Not now");
  await screen.findByText("The model goes on.");
  expect(outputs()).toEqual([[{ status: "declined", platform: "gmail", requestId: "request-0" }]]);
});

test("A reloaded conversation goes on when the account was connected meanwhile", async () => {
  const { outputs } = show([asked, answered(waitingPart("a", sentRequest()))], {
    connectionRequests: [{ platform: "gmail" }],
    connections: [{ platform: "gmail" }],
  });
  await screen.findByText("The model goes on.");
  expect(outputs()).toEqual([[done]]);
});

test("The model goes on once no call of its message waits any more", async () => {
  const slack = sentRequest({ id: "request-1", platform: "slack" });
  const { outputs } = show(
    [asked, answered(waitingPart("a", sentRequest()), waitingPart("b", slack))],
    { connectionRequests: [{ platform: "gmail" }, { platform: "slack" }] },
  );
  await press("Connect Gmail");
  await waitFor(() =>
    expect(screen.queryByRole("heading", { name: /Gmail/ })).not.toBeInTheDocument(),
  );
  expect(outputs()).toEqual([]);
  await press("Connect Slack");
  await screen.findByText("The model goes on.");
  expect(outputs()).toEqual([[done, { ...done, connectionId: "connection-1" }]]);
});

/** The part of a call that the page answers. */
const datePart = {
  type: "tool-pickDate" as const,
  toolCallId: "date",
  state: "input-available" as const,
  input: {},
};

test("The model waits for a tool that the page answers after the card", async () => {
  const { outputs } = show([asked, answered(waitingPart("a", sentRequest()), datePart)]);
  await press("Connect Gmail");
  await screen.findByText("Connected");
  expect(outputs()).toEqual([]);
  await press("Pick a date");
  await screen.findByText("The model goes on.");
  expect(outputs()).toEqual([[done, "2026-01-01"]]);
});

test("The model waits for the card after a tool that the page answers", async () => {
  const { outputs } = show([asked, answered(waitingPart("a", sentRequest()), datePart)]);
  await press("Pick a date");
  expect(await screen.findByRole("button", { name: "Connect Gmail" })).toBeVisible();
  expect(outputs()).toEqual([]);
  await press("Connect Gmail");
  await screen.findByText("The model goes on.");
  expect(outputs()).toEqual([[done, "2026-01-01"]]);
});

test("An account that the provider refuses is asked for again, and the model waits", async () => {
  const { mock, outputs } = show([asked, answered(waitingPart("a", sentRequest()))]);
  const { fetch } = globalThis;
  globalThis.fetch = async (input, init) => {
    if (!String(input).endsWith("/continue")) return fetch(input, init);
    globalThis.fetch = fetch;
    Object.assign(mock.connections[0] ?? {}, { state: "failed" });
    Object.assign(mock.connectionRequests[0] ?? {}, { status: "pending", connectionId: undefined });
    return fetch(input, init);
  };
  await press("Connect Gmail");
  await screen.findByRole("heading", { name: "Reconnect Gmail to continue" });
  expect(outputs()).toEqual([]);
  await press("Reconnect Gmail");
  await screen.findByText("The model goes on.");
  expect(outputs()).toEqual([[done]]);
});

test("A card comes once the model has written its message", async () => {
  const { say, finish } = show([asked]);
  say([
    { type: "tool-input-available", toolCallId: "a", toolName: "sendNote", input: {} },
    { type: "tool-output-available", toolCallId: "a", output: waitingFor(sentRequest()) },
  ]);
  await press("Send");
  await screen.findByText("The model goes on.");
  expect(screen.queryByRole("group")).not.toBeInTheDocument();
  finish();
  expect(await screen.findByRole("button", { name: "Connect Gmail" })).toBeVisible();
});

test("The model hears of an old call with the person's next message", async () => {
  const next: UIMessage = { id: "3", role: "user", parts: [{ type: "text", text: "Never mind." }] };
  const { outputs, heard } = show([asked, answered(waitingPart("a", sentRequest())), next]);
  await press("Not now");
  await waitFor(() => expect(screen.getByRole("group")).toHaveTextContent("Gmail Not now"));
  expect(heard).toEqual([]);
  await press("Send");
  await screen.findByText("The model goes on.");
  expect(outputs()).toMatchObject([[{ status: "declined" }]]);
});

test.each([
  ["the server fails", { status: 503 }],
  ["the server has forgotten the request", { status: 404, problem: { code: "not_found" } }],
] as const)("A call that could not be continued can be tried again: %s", async (_why, failure) => {
  const onError = vi.fn();
  const { outputs } = show([asked, answered(waitingPart("a", sentRequest()))], undefined, {
    onError,
  });
  const pass = failRequests({ method: "POST", path: "/continue", ...failure });
  await press("Connect Gmail");
  const tryAgain = await screen.findByRole("button", { name: "Try again" });
  expect(screen.getByRole("alert")).toHaveTextContent(/The result hasn’t arrived yet\. Try again/);
  expect(screen.getByRole("alert")).not.toHaveTextContent(/no longer connected/);
  expect(onError).toHaveBeenCalledOnce();
  expect(outputs()).toEqual([]);
  pass();
  await userEvent.click(tryAgain);
  await screen.findByText("The model goes on.");
  expect(outputs()).toEqual([[done]]);
});

test.each([
  ["a tool's result", { ...waitingPart("a", sentRequest()), output: done }],
  ["a tool's result of another kind", { ...waitingPart("a", sentRequest()), output: null }],
  ["a forged request", { ...waitingPart("a", sentRequest({ id: ".." })) }],
  [
    "a result that looks like a request",
    {
      ...waitingPart("a", sentRequest()),
      output: { status: "connection_required", request: { id: "1" } },
    },
  ],
  ["a reasoning", { type: "reasoning" as const, text: "An account is missing." }],
])("A part that waits for nobody renders nothing: %s", (_what, part) => {
  show([asked, answered(part as UIMessage["parts"][number])]);
  expect(screen.queryByRole("group")).not.toBeInTheDocument();
});

test("A card does not stay when the page shows another conversation in its place", async () => {
  const model = createModel();
  mockConnect({ connectionRequests: [{ platform: "gmail" }] });
  const page = (id: string, messages: UIMessage[]) => (
    <ConnectProvider viewerKey={viewerKey}>
      <ChatPage id={id} messages={messages} transport={model.transport} />
    </ConnectProvider>
  );
  const { rerender } = render(page("first", [asked, answered(waitingPart("a", sentRequest()))]));
  await screen.findByRole("button", { name: "Connect Gmail" });
  const other = { ...waitingPart("a", sentRequest()), output: done };
  rerender(page("second", [asked, answered(other)]));
  expect(screen.queryByRole("group")).not.toBeInTheDocument();
});
