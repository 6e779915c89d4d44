import type { Backend } from "./create-backend.ts";
import type { Parts } from "./parts.ts";
import type { AuthKitPayload, ConnectionMessage, PageConfig, Token } from "./protocol.ts";

/** Brings the hosted page to life. */
export function startPage(parts: Parts, config: PageConfig): void {
  const screen = parts.createScreen();
  const messenger = parts.createMessenger(config);
  const problem = parts.createProblem(screen);
  let begun: { payload: AuthKitPayload; backend?: Backend | undefined } | undefined;

  const succeed = (connection: ConnectionMessage, name: string) => {
    screen.part("connected-title").textContent = `${name} is connected`;
    // Nothing else is offered where the app asked for one connector, or came back from a redirect.
    screen.part("another").hidden =
      !begun?.backend || begun.payload.selectedConnection !== undefined;
    screen.show("connected", { focus: true });
    messenger.success(connection);
  };

  const connector = parts.createConnectorView({
    screen,
    messenger,
    problem,
    createForm: parts.createForm,
    openWindow: parts.openWindow,
    waitForSignIn: parts.waitForSignIn,
    pollInterval: config.pollInterval,
    onConnected: succeed,
  });
  const list = parts.createList(screen, (row) => {
    if (begun?.backend) connector.open(row, begun.backend, begun.payload, true);
  });

  const setTexts = ({ title, imageUrl, appTheme, companyName }: AuthKitPayload) => {
    document.documentElement.dataset.theme = appTheme === "dark" ? "dark" : "light";
    const heading = title || (companyName ? `Connect to ${companyName}` : "Connect an account");
    screen.part("title").textContent = heading;
    document.title = heading;
    screen.logo(screen.part<HTMLImageElement>("image"), imageUrl);
  };

  const begin = async (payload: AuthKitPayload) => {
    begun = { payload };
    screen.show("loading");
    try {
      if (payload.checkState) await reportReturn(payload.checkState);
      else await offer(payload, await parts.fetchToken(payload));
    } catch (error) {
      // Upstream tells the person alone: no LINK_ERROR.
      problem.showError("The connectors did not load", error, () => begin(payload));
    }
  };

  const offer = async (payload: AuthKitPayload, token: Token) => {
    const backend = parts.createBackend(config.basePath, token.requestId);
    const selected = payload.selectedConnection;
    begun = { payload, backend };
    screen.part("footer").hidden = token.isWhiteLabel;
    list.fill(token.rows);
    if (selected === undefined) {
      screen.show("list");
      return;
    }
    // By the title, or by the id: what the first iframe source of AuthKit compares.
    const row = token.rows.find(
      ({ title, connectionDefId }) => title === selected || String(connectionDefId) === selected,
    );
    if (row) await connector.open(row, backend, payload, false);
    else problem.show("This platform does not exist", `The app asked for “${selected}”.`);
  };

  /** After a redirect: the embedding page came back and asks what became of it. */
  const reportReturn = async (state: string) => {
    const backend = parts.createBackend(config.basePath, 0);
    const result = await parts.waitForSignIn(backend, state, config.pollInterval, () => false);
    if (result.status === "connected") {
      succeed(result.connection, "Your account");
    } else if (result.status === "failed") {
      problem.show("Connection failed", result.message);
      messenger.error(result.message);
    }
  };

  for (const name of ["close", "done", "problem-close"]) {
    screen.part(name).addEventListener("click", () => messenger.exit());
  }
  for (const name of ["back", "another"]) {
    screen.part(name).addEventListener("click", () => screen.show("list", { focus: true }));
  }
  document.addEventListener("keydown", ({ key, target }) => {
    // In a search the browser takes the first Escape, to empty it.
    const isTaken = target instanceof HTMLInputElement && target.type === "search" && target.value;
    if (key === "Escape" && !isTaken) messenger.exit();
  });
  window.addEventListener("message", ({ source, data }) => {
    const isPayload = typeof data?.linkTokenEndpoint === "string" || Boolean(data?.checkState);
    if (source !== window.parent || !isPayload) return;
    // The posted texts stand: unlike those of the address they can hold any letter.
    setTexts(data);
    if (!begun) begin(data);
  });

  const given = parts.readPayload(location.search);
  if (given) {
    setTexts(given);
    begin(given);
  } else if (window.parent === window) {
    problem.show(
      "Nothing to connect here",
      "This is the page that AuthKit opens inside an app. It shows its connectors there.",
    );
  }
}
