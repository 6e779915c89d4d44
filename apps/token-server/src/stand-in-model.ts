import type { AgentOutcome, AgentTool } from "@authkit-ui/server";
import type { ChatMessage } from "./chat-message.ts";

/** What a model answers: a tool call, or a text that ends its turn. */
export type ModelReply = { tool: string; input: unknown } | { text: string };

type Outcome<Status> = Extract<AgentOutcome, { status: Status }>;

/** A request that the stand-in understands. */
interface Script {
  pattern: RegExp;
  /** The first call, made of what the pattern has found. */
  start(found: string[]): ModelReply;
  /** After the call of a tool: the next call, or the answer. */
  next(tool: string, result: unknown, found: string[]): ModelReply;
  /** What has not happened if the call did not run. */
  failure: string;
}

const addresses: Readonly<Record<string, string>> = {
  ann: "ann@marlowfinch.example",
  ben: "ben@marlowfinch.example",
  priya: "priya@halyard.example",
};

const help =
  "I am a stand-in for a model, and know three things: send Ann, Ben or Priya a note, read your " +
  "last message, and post in Slack.";

const scripts: readonly Script[] = [
  {
    pattern: /^\s*send (ann|ben|priya) a note\W*(.*)$/is,
    start: ([name = "", text]) => ({
      tool: "sendNote",
      input: {
        to: addresses[name.toLowerCase()],
        text: text || "Do you have ten minutes for the contract tomorrow?",
      },
    }),
    next: (_tool, _result, [name = ""]) => ({
      text: `Sent to ${name.charAt(0).toUpperCase()}${name.slice(1).toLowerCase()}.`,
    }),
    failure: "I did not send the note",
  },
  {
    pattern: /\bread my last (message|e-?mail)\b/i,
    start: () => ({ tool: "listMessages", input: { maxResults: 1 } }),
    next(tool, result) {
      if (tool === "readMessage") return { text: describeMessage(result as GmailMessage) };
      const [newest] = (result as { messages?: { id: string }[] }).messages ?? [];
      if (!newest) return { text: "There are no messages." };
      return { tool: "readMessage", input: { id: newest.id } };
    },
    failure: "I did not read your messages",
  },
  {
    pattern: /\bpost in slack\W*(.*)$/is,
    start: ([text]) => ({
      tool: "postMessage",
      input: { channel: "general", text: text || "The contract is ready to be signed." },
    }),
    next(_tool, result) {
      // Slack answers 200 for a failure too.
      const { ok, error } = result as { ok: boolean; error?: string };
      return { text: ok ? "Posted in #general." : `Slack did not take it: ${error}.` };
    },
    failure: "I did not post in Slack",
  },
];

interface GmailMessage {
  snippet: string;
  payload: { headers: { name: string; value: string }[] };
}

function describeMessage({ snippet, payload }: GmailMessage): string {
  const header = (name: string) => payload.headers.find((one) => one.name === name)?.value ?? "";
  const from = header("From").replace(/\s*<.*>$/, "");
  return `${from} wrote about “${header("Subject")}”: ${snippet}`;
}

/**
 * A stand-in for a language model, so that the demo needs no key and no network. Like a model, it
 * reads the messages since the person's last one and chooses among the tools that it is offered.
 */
export function standInModel(
  [user, ...later]: readonly ChatMessage[],
  tools: readonly AgentTool[],
): ModelReply {
  const text = user?.role === "user" ? user.text : "";
  const script = scripts.find(({ pattern }) => pattern.test(text));
  if (!script) return { text: help };
  const found = script.pattern.exec(text)?.slice(1) ?? [];
  const last = later.findLast((message) => message.role === "tool");
  const reply = (() => {
    if (!last) return script.start(found);
    const { outcome } = last;
    if (outcome.status === "done") return script.next(last.tool, outcome.result, found);
    return { text: explain(script.failure, outcome) };
  })();
  if ("text" in reply || tools.some(({ name }) => name === reply.tool)) return reply;
  return { text: `${script.failure}, because I have no tool for it.` };
}

function explain(failure: string, outcome: Exclude<AgentOutcome, Outcome<"done">>): string {
  switch (outcome.status) {
    case "declined":
      return `${failure}. Ask me again whenever you like.`;
    case "unavailable":
      return `${failure}, because no account could be connected.`;
    case "refused":
      return `${failure}. ${outcome.problem.detail}`;
    case "interrupted":
      return "I do not know whether it worked. Please look before you ask me again.";
    case "connection_required":
      return `${failure} yet. I am waiting for an account.`;
  }
}
