import { type ConnectionRequest, ConnectRequest } from "@authkit-ui/react";
import { type FormEvent, useEffect, useRef } from "react";
import { type ChatMessage, type Progress, useConversation } from "./use-conversation.ts";
import type { Viewer } from "./viewer.ts";

const suggestions = ["Send Priya a note", "Read my last message", "Post in Slack"];

/** What a tool does, in Halyard's words, for the card that asks for an account. */
const purposes: Readonly<Record<string, string>> = {
  sendNote: "Halyard then sends your note.",
  listMessages: "Halyard then reads your last message.",
  postMessage: "Halyard then posts your message in #general.",
};

/** A conversation in which the kit asks for the accounts that the assistant's tools need. */
export function AssistantPage({ viewer }: { viewer: Viewer }) {
  const { messages, progress, send, settle, retry, clear } = useConversation(viewer.id);
  const field = useRef<HTMLInputElement>(null);
  const last = messages.at(-1)?.id;

  useEffect(() => {
    if (last) window.scrollTo({ top: document.documentElement.scrollHeight });
  }, [last]);

  function say(text: string) {
    if (text.trim()) send(text.trim());
    field.current?.focus();
  }
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    say(String(new FormData(event.currentTarget).get("message")));
    event.currentTarget.reset();
  }

  return (
    <main className="page assistant" id="assistant" aria-label="Assistant">
      <div className="page-head">
        <div>
          <h1>Assistant</h1>
          <p className="lead">
            Ask Halyard to use your accounts. In this demo, a script stands in for the model.
          </p>
        </div>
        {messages.length > 0 && (
          <button
            type="button"
            className="button"
            onClick={() => {
              clear();
              field.current?.focus();
            }}
          >
            New conversation
          </button>
        )}
      </div>
      <div role="log" aria-label="Conversation" className="chat">
        {messages.map((message) => (
          <Message
            key={message.id}
            message={message}
            progress={progress[message.id]}
            onSettled={settle}
            onRetry={() => {
              retry(message.id);
              field.current?.focus();
            }}
          />
        ))}
      </div>
      <div className="composer">
        <ul className="suggestions" aria-label="Suggestions">
          {suggestions.map((text) => (
            <li key={text}>
              <button type="button" className="button" onClick={() => say(text)}>
                {text}
              </button>
            </li>
          ))}
        </ul>
        <form className="composer-form" onSubmit={submit}>
          <input
            ref={field}
            name="message"
            aria-label="Message"
            placeholder="Message Halyard"
            autoComplete="off"
            maxLength={2_000}
          />
          <button type="submit">Send</button>
        </form>
      </div>
    </main>
  );
}

function Message(props: {
  message: ChatMessage;
  progress: Progress | undefined;
  onSettled(request: ConnectionRequest): void;
  onRetry(): void;
}) {
  const { message, progress, onSettled, onRetry } = props;
  return (
    <>
      {message.role === "tool" ? (
        <ToolCall message={message} onSettled={onSettled} />
      ) : (
        <p className="message" data-from={message.role}>
          <span className="unseen">{message.role === "user" ? "You: " : "Halyard: "}</span>
          {message.text}
        </p>
      )}
      {progress === "working" && <p className="message-progress">Working on it…</p>}
      {progress === "failed" && (
        <p className="message-progress">
          Halyard’s server could not be reached.
          <button type="button" className="button" onClick={onRetry}>
            Try again
          </button>
        </p>
      )}
    </>
  );
}

/** The request that a call has made, if it has made one; its result is told by the assistant. */
function ToolCall(props: {
  message: Extract<ChatMessage, { role: "tool" }>;
  onSettled(request: ConnectionRequest): void;
}) {
  const { tool, outcome, request: answered } = props.message;
  const request = outcome.status === "connection_required" ? outcome.request : answered;
  if (!request) return null;
  return (
    <ConnectRequest
      request={request}
      // Halyard speaks English, also beside a kit that speaks Arabic.
      description={<bdi>{purposes[tool]}</bdi>}
      headingLevel={2}
      onSettled={props.onSettled}
    />
  );
}
