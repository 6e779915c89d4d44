/** The script of the hosted page, which `scripts/bundle-page.ts` bundles. */
import { type Backend, createBackend } from "./create-backend.ts";
import { createConnectorView } from "./create-connector-view.ts";
import { createList } from "./create-list.ts";
import { createMessenger } from "./create-messenger.ts";
import { fetchToken } from "./fetch-token.ts";
import { showError, showProblem } from "./problem.ts";
import type { AuthKitPayload, ConnectionMessage, PageConfig, Token } from "./protocol.ts";
import { readPayload } from "./read-payload.ts";
import { part, setLogo, showView } from "./screen.ts";
import { waitForSignIn } from "./sign-in.ts";

const config: PageConfig = JSON.parse(document.getElementById("config")?.textContent ?? "");
const { basePath, pollInterval } = config;
const messenger = createMessenger(config);
const connector = createConnectorView({ messenger, pollInterval, onConnected: succeed });
const list = createList((row) => {
  if (begun?.backend) connector.open(row, begun.backend, begun.payload, { focus: true });
});

let begun: { payload: AuthKitPayload; backend?: Backend | undefined } | undefined;

function succeed(connection: ConnectionMessage, name: string) {
  part("connected-title").textContent = `${name} is connected`;
  // There is no list to go back to when the app asked for one connector, or after a redirect.
  part("another").hidden = !begun?.backend || begun.payload.selectedConnection !== undefined;
  showView("connected", { focus: true });
  messenger.success(connection);
}

function setTexts({ title, imageUrl, appTheme, companyName }: AuthKitPayload) {
  document.documentElement.dataset.theme = appTheme === "dark" ? "dark" : "light";
  const heading = title || (companyName ? `Connect to ${companyName}` : "Connect an account");
  part("title").textContent = heading;
  document.title = heading;
  setLogo(part<HTMLImageElement>("image"), imageUrl);
}

async function begin(payload: AuthKitPayload) {
  begun = { payload };
  showView("loading");
  try {
    if (payload.checkState) await reportReturn(payload.checkState);
    else await offer(payload, await fetchToken(payload));
  } catch (error) {
    // Upstream tells only the person here, and posts no LINK_ERROR.
    showError("The connectors did not load", error, () => begin(payload));
  }
}

async function offer(payload: AuthKitPayload, token: Token) {
  const backend = createBackend(basePath, token.requestId);
  const selected = payload.selectedConnection;
  begun = { payload, backend };
  part("footer").hidden = token.isWhiteLabel;
  list.fill(token.rows);
  if (selected === undefined) {
    showView("list");
    return;
  }
  // By the title, or by the id: what the first iframe source of AuthKit compares.
  const row = token.rows.find(
    ({ title, connectionDefId }) => title === selected || String(connectionDefId) === selected,
  );
  if (row) await connector.open(row, backend, payload);
  else showProblem("This platform does not exist", `The app asked for “${selected}”.`);
}

/** Reports how the sign-in ended to the product's page, which came back from the provider. */
async function reportReturn(state: string) {
  const backend = createBackend(basePath, 0);
  const result = await waitForSignIn(backend, state, pollInterval, () => false);
  if (result.status === "connected") {
    succeed(result.connection, "Your account");
  } else if (result.status === "failed") {
    showProblem("Connection failed", result.message);
    messenger.error(result.message);
  }
}

for (const name of ["close", "done", "problem-close"]) {
  part(name).addEventListener("click", () => messenger.exit());
}
for (const name of ["back", "another"]) {
  part(name).addEventListener("click", () => showView("list", { focus: true }));
}
document.addEventListener("keydown", ({ key, target }) => {
  // In a search field that is not empty, Escape empties it.
  const isTaken = target instanceof HTMLInputElement && target.type === "search" && target.value;
  if (key === "Escape" && !isTaken) messenger.exit();
});
window.addEventListener("message", ({ source, data }) => {
  const isPayload = typeof data?.linkTokenEndpoint === "string" || Boolean(data?.checkState);
  if (source !== window.parent || !isPayload) return;
  // The posted texts win: those in the address are Latin-1 and cannot hold every letter.
  setTexts(data);
  if (!begun) begin(data);
});

const given = readPayload(location.search);
if (given) {
  setTexts(given);
  begin(given);
} else if (window.parent === window) {
  showProblem(
    "Nothing to connect here",
    "This is the page that AuthKit opens inside an app. It shows its connectors there.",
  );
}
