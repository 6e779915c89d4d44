import type { ConnectionMessage, PageConfig } from "./protocol.ts";

/** What the hosted page posts to the page that embeds it. */
export interface Messenger {
  success(connection: ConnectionMessage): void;
  error(message: string): void;
  exit(): void;
  redirect(url: string, state: string): void;
}

/**
 * Posts to any page that embeds this one, as upstream does: the first iframe source of AuthKit
 * posted with the target origin `*`. Faults change what is posted, and when.
 */
export function createMessenger({ basePath, faults }: PageConfig): Messenger {
  const post = (message: object) => window.parent.postMessage(message, "*");

  if (faults.early) {
    post({ messageType: "LINK_ERROR", message: "Invalid connection credentials" });
  }
  if (faults.forge) {
    const attacker = document.createElement("iframe");
    attacker.hidden = true;
    attacker.title = "Forged message";
    // Without allow-same-origin it has an origin of its own, and is another window.
    attacker.setAttribute("sandbox", "allow-scripts");
    attacker.src = `${basePath}/authkit/forger`;
    // The official hook drops what comes in the first 100 ms after the page has loaded.
    addEventListener("load", () => setTimeout(() => document.body.append(attacker), 500));
  }

  return {
    success(connection) {
      const postAll = () => {
        for (let count = 0; count < faults.repeat; count += 1) {
          post({ messageType: "LINK_SUCCESS", message: connection });
        }
      };
      if (faults.late > 0) setTimeout(postAll, faults.late);
      else postAll();
    },
    error: (message) => post({ messageType: "LINK_ERROR", message }),
    exit: () => post({ messageType: "EXIT_EVENT_LINK" }),
    redirect: (url, state) => post({ messageType: "OAUTH_REDIRECT", url, state }),
  };
}
