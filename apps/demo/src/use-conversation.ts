import type { ConnectionRequest } from "@authkit-ui/react";
import type { ChatMessage } from "@authkit-ui/token-server";
import { useEffect, useRef, useState } from "react";

export type { ChatMessage };

/** What a message waits for: the server's answer, or that the person asks for it again. */
export type Progress = "working" | "failed";

/** In the tab's storage, so that a reload finds the conversation where it was. */
function readMessages(storageKey: string): ChatMessage[] {
  try {
    return JSON.parse(sessionStorage.getItem(storageKey) ?? "[]") as ChatMessage[];
  } catch {
    return [];
  }
}

/** Answers the messages that take the place of the conversation's last one. */
async function ask(messages: readonly ChatMessage[]): Promise<ChatMessage[]> {
  const response = await fetch("/demo/assistant", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ messages }),
  });
  if (!response.ok) throw new Error(`/demo/assistant answered ${response.status}.`);
  return ((await response.json()) as { messages: ChatMessage[] }).messages;
}

/** Whether it is the assistant's turn: after a person's message, and once a request is settled. */
function isUnanswered(message: ChatMessage, next: ChatMessage | undefined): boolean {
  if (message.role === "user") return !next || next.role === "user";
  return (
    message.role === "tool" &&
    message.outcome.status === "connection_required" &&
    message.outcome.request.status !== "pending"
  );
}

/**
 * The viewer's conversation with the assistant. Whatever is unanswered is asked, also after a reload:
 * the server gives a call that is asked for again the same id, and runs it once.
 */
export function useConversation(viewerId: string) {
  const storageKey = `halyard-assistant-${viewerId}`;
  const [messages, setMessages] = useState(() => readMessages(storageKey));
  const [progress, setProgress] = useState<Readonly<Record<string, Progress>>>({});
  const asked = useRef(new Set<string>());

  useEffect(() => {
    sessionStorage.setItem(storageKey, JSON.stringify(messages));
  }, [storageKey, messages]);

  useEffect(() => {
    async function answer(id: string, conversation: readonly ChatMessage[]) {
      asked.current.add(id);
      setProgress((before) => ({ ...before, [id]: "working" }));
      try {
        const answers = await ask(conversation);
        asked.current.delete(id);
        setMessages((now) => now.flatMap((one) => (one.id === id ? answers : [one])));
        setProgress(({ [id]: _done, ...others }) => others);
      } catch {
        setProgress((before) => ({ ...before, [id]: "failed" }));
      }
    }
    for (const [index, message] of messages.entries()) {
      if (!isUnanswered(message, messages[index + 1]) || asked.current.has(message.id)) continue;
      void answer(message.id, messages.slice(0, index + 1));
    }
  }, [messages]);

  return {
    messages,
    progress,
    send(text: string) {
      setMessages((now) => [...now, { role: "user", id: crypto.randomUUID(), text }]);
    },
    /** Notes what the server has said of the request; the call then continues. */
    settle(request: ConnectionRequest) {
      setMessages((now) =>
        now.map((message) =>
          message.role === "tool" &&
          message.outcome.status === "connection_required" &&
          message.outcome.requestId === request.id
            ? { ...message, outcome: { ...message.outcome, request } }
            : message,
        ),
      );
    },
    retry(id: string) {
      asked.current.delete(id);
      setMessages((now) => [...now]);
    },
    clear() {
      setMessages([]);
    },
  };
}
