import { needsAttention, RequireConnection, useConnections } from "@authkit-ui/react";
import { type FormEvent, useState } from "react";

/** What came of a message, in words for the page. */
async function send(connectionId: string, to: string): Promise<string> {
  const response = await fetch(`/api/connect/connections/${connectionId}/actions/sendTestMessage`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ to }),
  });
  const answer = (await response.json()) as { id?: string; detail?: string };
  return response.ok ? `Sent. Gmail calls it ${answer.id}.` : (answer.detail ?? "Not sent.");
}

/** A feature that needs a working Gmail account. */
export function TestMessage() {
  return (
    <RequireConnection
      platform="gmail"
      fallback={({ broken }) => (
        <p className="test-message">
          {broken.length > 0
            ? "Reconnect Gmail to send a test message."
            : "Connect Gmail to send a test message."}
        </p>
      )}
    >
      <TestMessageForm />
    </RequireConnection>
  );
}

/**
 * Sends a message with a connected Gmail account. The browser names the action; the server runs it.
 */
function TestMessageForm() {
  const { connections } = useConnections({ platform: "gmail" });
  const [outcome, setOutcome] = useState("");
  const [isSending, setIsSending] = useState(false);
  const gmail = connections.find((connection) => !needsAttention(connection));
  if (!gmail) return null;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const to = String(new FormData(event.currentTarget).get("to"));
    setIsSending(true);
    setOutcome("");
    setOutcome(await send(gmail?.id ?? "", to).catch(() => "The server could not be reached."));
    setIsSending(false);
  }

  return (
    <form className="test-message" onSubmit={submit}>
      <label>
        <span>Send a test message from {gmail.account ?? "your Gmail"} to</span>
        <input name="to" type="email" required defaultValue="priya@halyard.example" />
      </label>
      <button type="submit" aria-disabled={isSending}>
        Send
      </button>
      <output>{outcome}</output>
    </form>
  );
}
