import type { Provider } from "./provider.ts";

/** Slack's Web API: who am I, which channels, post a message (api.slack.com/methods). */
export const slack: Provider = {
  actions: [
    { title: "Test Authentication", method: "GET", path: "/auth.test" },
    { title: "List Channels", method: "GET", path: "/conversations.list" },
    { title: "Post Message", method: "POST", path: "/chat.postMessage" },
  ],
  answer({ method, path, body, account, now }) {
    switch (`${method} ${path.replace(/^api\//, "")}`) {
      case "GET auth.test":
      case "POST auth.test":
        return Response.json({
          ok: true,
          url: "https://marlow-finch.slack.example/",
          team: "Marlow & Finch",
          user: account.split("@")[0],
          team_id: "T04MARLOW",
          user_id: "U04FINCH",
        });
      case "GET conversations.list":
        return Response.json({
          ok: true,
          channels: [
            { id: "C04GENERAL", name: "general", is_channel: true, num_members: 41 },
            { id: "C04SUPPORT", name: "support", is_channel: true, num_members: 12 },
          ],
          response_metadata: { next_cursor: "" },
        });
      case "POST chat.postMessage": {
        const message = typeof body === "object" && body !== null ? body : {};
        if (!("channel" in message))
          return Response.json({ ok: false, error: "channel_not_found" });
        if (!("text" in message)) return Response.json({ ok: false, error: "no_text" });
        const ts = (now / 1000).toFixed(6);
        return Response.json({
          ok: true,
          channel: message.channel,
          ts,
          message: { type: "message", user: "U04FINCH", text: message.text, ts },
        });
      }
      default:
        return Response.json({ ok: false, error: "unknown_method", req_method: path });
    }
  },
};
