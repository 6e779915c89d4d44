import { type ConnectionRecord, type ConnectServer, defineAction } from "@authkit-ui/server";
import { z } from "zod";

/** Ids of Pica's actions, as its action directory lists them for your own account. */
const actionIds = {
  getProfile: "conn_mod_def::gmail::get-profile",
  listMessages: "conn_mod_def::gmail::list-messages",
  getMessage: "conn_mod_def::gmail::get-message",
  sendMessage: "conn_mod_def::gmail::send-message",
};

/** A message as Gmail's API takes it: RFC 5322, base64url. */
function toRaw(to: string, subject: string, text: string): string {
  const encodedSubject = `=?utf-8?B?${Buffer.from(subject).toString("base64")}?=`;
  const body = Buffer.from(text).toString("base64");
  const lines = [
    `To: ${to}`,
    `Subject: ${encodedSubject}`,
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: base64",
  ];
  return Buffer.from(`${lines.join("\r\n")}\r\n\r\n${body}`).toString("base64url");
}

/** A message with a fixed text, for the form of the settings page. */
export const sendTestMessage = defineAction({
  platform: "gmail",
  method: "POST",
  path: "/users/me/messages/send",
  actionId: actionIds.sendMessage,
  input: z.strictObject({ to: z.email().max(254) }),
  request: ({ to }) => ({
    body: { raw: toRaw(to, "Hello from Halyard", "Halyard can send mail for you now.") },
  }),
});

/** A tool of the assistant. The subject is fixed, so that a reader sees where the note is from. */
export const sendNote = defineAction({
  platform: "gmail",
  method: "POST",
  path: "/users/me/messages/send",
  actionId: actionIds.sendMessage,
  description: "Sends a short note by e-mail. It cannot be taken back.",
  input: z.strictObject({ to: z.email().max(254), text: z.string().min(1).max(500) }),
  request: ({ to, text }) => ({ body: { raw: toRaw(to, "A note from Halyard", text) } }),
});

/** A tool of the assistant. */
export const listMessages = defineAction({
  platform: "gmail",
  method: "GET",
  path: "/users/me/messages",
  actionId: actionIds.listMessages,
  description: "Lists the ids of the newest messages, the newest first.",
  input: z.strictObject({ maxResults: z.int().min(1).max(20) }),
});

/** A tool of the assistant. */
export const readMessage = defineAction({
  platform: "gmail",
  method: "GET",
  path: "/users/me/messages/{id}",
  actionId: actionIds.getMessage,
  description: "Reads one message: its headers and the start of its text.",
  input: z.strictObject({ id: z.string().min(1).max(64) }),
});

/** The address of a connected Gmail, so that two of them can be told apart. */
export async function gmailAddress(
  connect: Pick<ConnectServer, "passthrough">,
  { id, platform }: ConnectionRecord,
): Promise<string | null> {
  if (platform !== "gmail") return null;
  const answer = await connect.passthrough(id, {
    method: "GET",
    path: "/users/me/profile",
    actionId: actionIds.getProfile,
  });
  const profile = z.object({ emailAddress: z.string() }).safeParse(await answer.json());
  return profile.success ? profile.data.emailAddress : null;
}
