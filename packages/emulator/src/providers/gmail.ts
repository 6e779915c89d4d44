import type { Provider, ProviderRequest } from "./provider.ts";

const messages = [
  {
    id: "19aa51c7d0f3e201",
    from: "Priya Nair <priya@halyard.example>",
    subject: "Contract for Q1",
    snippet: "Attached is the signed copy. Could you file it before Friday?",
    hoursAgo: 2,
  },
  {
    id: "19aa4f02b6c1d9aa",
    from: "Ledgerline <billing@ledgerline.example>",
    subject: "Your invoice for November",
    snippet: "Invoice 2041 is ready. The amount is due on 15 December.",
    hoursAgo: 9,
  },
  {
    id: "19aa3b7710e4f0c8",
    from: "Tomás Vidal <tomas@pomelo.example>",
    subject: "Re: Tuesday's walkthrough",
    snippet: "Works for me. I moved it to 10:30 so that Ada can join.",
    hoursAgo: 27,
  },
] as const;

/** Gmail's REST API, as far as a first integration goes (developers.google.com/gmail/api). */
export const gmail: Provider = {
  actions: [
    { title: "Get Profile", method: "GET", path: "/users/{{userId}}/profile" },
    { title: "List Messages", method: "GET", path: "/users/{{userId}}/messages" },
    { title: "Get Message", method: "GET", path: "/users/{{userId}}/messages/{{id}}" },
    { title: "Send Message", method: "POST", path: "/users/{{userId}}/messages/send" },
  ],
  answer(request) {
    const [users, , resource, id, ...rest] = request.path.split("/");
    if (users !== "users" || rest.length > 0) return notFound();
    const route = `${request.method} ${resource}${id === undefined ? "" : id === "send" ? "/send" : "/:id"}`;
    switch (route) {
      case "GET profile":
        return Response.json({
          emailAddress: request.account,
          messagesTotal: messages.length,
          threadsTotal: messages.length,
          historyId: "483920",
        });
      case "GET messages":
        return listMessages(request);
      case "GET messages/:id":
        return getMessage(request, id ?? "");
      case "POST messages/send":
        return sendMessage(request);
      default:
        return notFound();
    }
  },
};

function listMessages({ query }: ProviderRequest): Response {
  const word = query.q?.toLowerCase() ?? "";
  const found = messages
    .filter(({ from, subject, snippet }) =>
      `${from} ${subject} ${snippet}`.toLowerCase().includes(word),
    )
    .slice(0, Number(query.maxResults ?? 100));
  return Response.json({
    messages: found.map(({ id }) => ({ id, threadId: id })),
    resultSizeEstimate: found.length,
  });
}

function getMessage({ account, now }: ProviderRequest, id: string): Response {
  const message = messages.find((one) => one.id === id);
  if (!message) return googleError(404, "Requested entity was not found.", "NOT_FOUND");
  const sentAt = now - message.hoursAgo * 3_600_000;
  return Response.json({
    id,
    threadId: id,
    labelIds: ["INBOX", "UNREAD"],
    snippet: message.snippet,
    internalDate: String(sentAt),
    payload: {
      mimeType: "text/plain",
      headers: [
        { name: "From", value: message.from },
        { name: "To", value: account },
        { name: "Subject", value: message.subject },
        { name: "Date", value: new Date(sentAt).toUTCString() },
      ],
    },
  });
}

function sendMessage({ body }: ProviderRequest): Response {
  const hasRaw = typeof body === "object" && body !== null && "raw" in body;
  if (!hasRaw) {
    return googleError(
      400,
      "'raw' RFC822 payload message string or uploading message via /upload/* URL required",
      "INVALID_ARGUMENT",
    );
  }
  const id = crypto.randomUUID().replaceAll("-", "").slice(0, 16);
  return Response.json({ id, threadId: id, labelIds: ["SENT"] });
}

const notFound = () => googleError(404, "Requested entity was not found.", "NOT_FOUND");

const googleError = (code: number, message: string, status: string) =>
  Response.json(
    { error: { code, message, errors: [{ message, domain: "global" }], status } },
    { status: code },
  );
