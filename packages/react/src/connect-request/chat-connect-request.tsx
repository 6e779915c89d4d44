"use client";

import type { AgentOutcome, ConnectionRequest } from "@authkit-ui/contract";
import { useState } from "react";
import { toConnectionRequest } from "../api/parse-answer.ts";
import { ConnectRequest, type ConnectRequestProps } from "./connect-request.tsx";

/** A message of the AI SDK, as far as the kit reads it. */
export interface ChatMessage {
  parts: {
    type: string;
    toolCallId?: string | undefined;
    state?: string | undefined;
    output?: unknown;
  }[];
}

/** What `useChat` of the AI SDK returns, as far as the kit uses it. */
export interface ChatHelpers<Message extends ChatMessage> {
  id: string;
  messages: Message[];
  setMessages: (update: (messages: Message[]) => Message[]) => void;
  sendMessage: () => Promise<void>;
  status: "submitted" | "streaming" | "ready" | "error";
}

/** Props of {@link ChatConnectRequest}: those of `ConnectRequest`, with the chat in place of the request. */
export interface ChatConnectRequestProps<Message extends ChatMessage = ChatMessage>
  extends Omit<ConnectRequestProps, "request" | "onOutcome"> {
  /** What `useChat` has returned. */
  chat: ChatHelpers<Message>;
  /** A part of one of its messages. A part that never waited for an account renders nothing. */
  part: Message["parts"][number];
}

type Part = ChatMessage["parts"][number];

/**
 * What the call of a part waits for, if it waits. Other tools may have outputs that look alike: what
 * the kit could not show is left to the product.
 */
function requestOf({ output }: Part): ConnectionRequest | null {
  const outcome = output as Partial<AgentOutcome> | null | undefined;
  return outcome?.status === "connection_required" ? toConnectionRequest(outcome.request) : null;
}

/** Whether a call has no output yet, because the page itself or the person has to answer it. */
const isUnanswered = ({ state }: Part) =>
  state !== undefined && /^(input-|approval-requested)/.test(state);

/**
 * Whether a call of the last message waits for an account. For `sendAutomaticallyWhen` of `useChat`,
 * whose own conditions take the call for answered and would let the model go on.
 *
 * @example
 * useChat({
 *   sendAutomaticallyWhen: (chat) =>
 *     !hasConnectionRequest(chat) && lastAssistantMessageIsCompleteWithToolCalls(chat),
 * });
 */
export function hasConnectionRequest({ messages }: { messages: readonly ChatMessage[] }): boolean {
  return messages.at(-1)?.parts.some(requestOf) ?? false;
}

/**
 * Puts the outcome in place of the output that waited. Once every call of the last message has its
 * output, the model goes on.
 */
function replaceOutput<Message extends ChatMessage>(
  { setMessages, sendMessage }: ChatHelpers<Message>,
  id: string,
  outcome: AgentOutcome,
) {
  const isReplaced = (part: Part) => requestOf(part)?.id === id;
  const replace = (part: Part) => (isReplaced(part) ? { ...part, output: outcome } : part);
  let isComplete = false;
  setMessages((before) => {
    const messages = before.map((message) => ({ ...message, parts: message.parts.map(replace) }));
    isComplete =
      (before.at(-1)?.parts.some(isReplaced) ?? false) &&
      !hasConnectionRequest({ messages }) &&
      !messages.at(-1)?.parts.some(isUnanswered);
    return messages;
  });
  if (isComplete) void sendMessage();
}

/**
 * `ConnectRequest` for `useChat` of the AI SDK: asks the person for the account that a tool call
 * waits for, continues the call on your server, puts its outcome in place of the tool's output, and
 * lets the model go on. The answered card stays as one line until the page is left. Takes the other
 * props of `ConnectRequest`, too.
 *
 * The handler of your server continues the call. Tools come from `createAiSdkTools` of
 * `@authkit-ui/server/ai-sdk`.
 *
 * @example
 * const chat = useChat();
 * return chat.messages.map((message) =>
 *   message.parts.map((part, index) => (
 *     <ChatConnectRequest key={index} chat={chat} part={part} />
 *   )),
 * );
 */
export function ChatConnectRequest<Message extends ChatMessage>(
  props: ChatConnectRequestProps<Message>,
) {
  const { chat, part, ...cardProps } = props;
  const { messages, status } = chat;
  const waiting = requestOf(part);
  const isWriting = status === "submitted" || status === "streaming";
  // While the model writes on in this message, the stream would overwrite the outcome.
  const isOverwritten =
    waiting !== null &&
    isWriting &&
    messages.at(-1)?.parts.some((other) => requestOf(other)?.id === waiting.id) === true;

  const call = `${chat.id} ${part.toolCallId}`;
  const [shown, setShown] = useState<{ call: string; request: ConnectionRequest } | null>(null);
  if (waiting && !isOverwritten && (shown?.call !== call || shown.request.id !== waiting.id)) {
    setShown({ call, request: waiting });
  }
  // A settled card stays, as one line: it may have the focus, and says what the call has used.
  const request = waiting ?? (shown?.call === call ? shown.request : null);
  if (!request || isOverwritten) return null;
  return (
    <ConnectRequest
      {...cardProps}
      request={request}
      onOutcome={(outcome) => replaceOutput(chat, request.id, outcome)}
    />
  );
}
