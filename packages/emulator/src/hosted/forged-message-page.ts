import { html, raw } from "hono/html";
import { escapeJson } from "./escape-json.ts";

/** A frame in the hosted page that reports a connection which nobody made. */
export function forgedMessagePage(key: string, nonce: string) {
  const message = {
    messageType: "LINK_SUCCESS",
    message: {
      _id: "conn::forged",
      key,
      platform: key.split("::")[1],
      environment: key.split("::")[0],
    },
  };
  return html`<!doctype html>
<html lang="en">
  <head><title>Forger</title></head>
  <body>
    <script nonce="${nonce}">window.parent.parent.postMessage(${raw(escapeJson(message))}, "*");</script>
  </body>
</html>`;
}
