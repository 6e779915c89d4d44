import type { Parts } from "../client-script.ts";
import type { Backend } from "./create-backend.ts";
import type { FormValues } from "./create-form.ts";
import type { AuthKitPayload, ConnectionMessage, PageConfig, TokenRow } from "./protocol.ts";
import type { SignInResult } from "./sign-in.ts";

/** Brings the hosted page to life. */
export function startPage(parts: Parts, config: PageConfig): void {
  const screen = parts.createScreen();
  const messenger = parts.createMessenger(config);
  let payload: AuthKitPayload | undefined;
  let backend: Backend | undefined;
  let shownRow: TokenRow | undefined;
  let retry = () => {};

  const list = parts.createList(screen, (row) => openConnector(row, true));
  const form = parts.createForm(screen, (values) => submit(values));

  const setTexts = ({ title, imageUrl, appTheme, companyName }: AuthKitPayload) => {
    document.documentElement.dataset.theme = appTheme === "dark" ? "dark" : "light";
    const heading = title || (companyName ? `Connect to ${companyName}` : "Connect an account");
    screen.part("title").textContent = heading;
    document.title = heading;
    screen.logo(screen.part<HTMLImageElement>("image"), imageUrl);
  };

  const showProblem = (title: string, text: string, again?: () => void) => {
    screen.part("problem-title").textContent = title;
    screen.part("problem-text").textContent = text;
    screen.part("retry").hidden = again === undefined;
    retry = again ?? retry;
    screen.show("problem");
  };

  const textOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
  const isExpired = (error: unknown) =>
    error instanceof Error && "isExpired" in error && error.isExpired === true;
  /** Upstream tells the person alone when the session is over: no LINK_ERROR. */
  const showExpired = () =>
    showProblem(
      "This session has expired",
      "Nothing was connected. Close this window, then start again.",
    );

  const succeed = (connection: ConnectionMessage, name: string) => {
    screen.part("connected-title").textContent = `${name} is connected`;
    screen.part("another").hidden = !payload || payload.selectedConnection !== undefined;
    screen.show("connected", { focus: true });
    messenger.success(connection);
  };

  const openConnector = async (row: TokenRow, isLed: boolean) => {
    if (!backend || !payload) return;
    shownRow = row;
    try {
      const connectorForm = await backend.form(row.connectionDefId);
      form.fill(row, connectorForm, { asksName: payload.showNameInput === true });
      screen.part("back").hidden = payload.selectedConnection !== undefined;
      screen.show("connector", isLed ? { focus: true } : undefined);
    } catch (error) {
      if (isExpired(error)) showExpired();
      else
        showProblem("This connector did not open", textOf(error), () => openConnector(row, true));
    }
  };

  const submit = async (values: FormValues) => {
    if (!backend || !shownRow) return;
    const row = shownRow;
    form.fail();
    form.setBusy(true);
    try {
      if (form.isOAuth) await signIn(backend, row, values.name);
      else
        succeed(await backend.connect({ connectorId: row.connectionDefId, ...values }), row.title);
    } catch (error) {
      if (isExpired(error)) {
        showExpired();
        return;
      }
      screen.show("connector");
      form.fail(textOf(error));
      // A form says so to the embedding page, too (the first iframe source of AuthKit).
      messenger.error(textOf(error));
    } finally {
      form.setBusy(false);
    }
  };

  const signIn = async (to: Backend, row: TokenRow, name: string) => {
    const isRedirect = payload?.capabilities?.oauthRedirect === true;
    // Opened at once, while the click still allows it; its address follows.
    const provider = isRedirect ? undefined : parts.openWindow();
    if (provider === null) {
      form.fail("The sign-in window was blocked. Allow pop-ups for this page, then try again.");
      return;
    }
    let isCancelled = false;
    screen.part("waiting-title").textContent = `Finish signing in at ${row.title}`;
    screen.part("cancel").onclick = () => {
      isCancelled = true;
      provider?.close();
    };
    screen.show("waiting", { focus: true });
    try {
      const { url, state } = await to.startOAuth({
        connectorId: row.connectionDefId,
        name,
        companyName: payload?.companyName ?? "",
      });
      if (!provider) {
        messenger.redirect(url, state);
        return;
      }
      provider.location.replace(url);
      const isClosed = () => isCancelled || provider.closed;
      finishSignIn(await parts.waitForSignIn(to, state, config.pollInterval, isClosed), row.title);
    } catch (error) {
      provider?.close();
      throw error;
    }
  };

  const finishSignIn = (result: SignInResult, name: string) => {
    if (result.status === "connected") {
      succeed(result.connection, name);
      return;
    }
    screen.show("connector", { focus: true });
    if (result.status === "failed") {
      form.fail(result.message);
      messenger.error(result.message);
    } else {
      form.fail("The sign-in window was closed before it was finished. Nothing was connected.");
    }
  };

  /** After a redirect: the embedding page came back and asks what became of it. */
  const reportReturn = async (state: string) => {
    const checker = parts.createBackend(config.basePath, 0);
    const result = await parts.waitForSignIn(checker, state, config.pollInterval, () => false);
    if (result.status === "connected") {
      succeed(result.connection, "Your account");
    } else if (result.status === "failed") {
      showProblem("Connection failed", result.message);
      messenger.error(result.message);
    }
  };

  const begin = async (given: AuthKitPayload) => {
    payload = given;
    screen.show("loading");
    try {
      if (given.checkState) {
        await reportReturn(given.checkState);
        return;
      }
      const token = await parts.fetchToken(given);
      screen.part("footer").hidden = token.isWhiteLabel;
      backend = parts.createBackend(config.basePath, token.requestId);
      list.fill(token.rows);
      if (given.selectedConnection === undefined) {
        screen.show("list");
        return;
      }
      // By the title, or by the id: what the first iframe source of AuthKit compares.
      const row = token.rows.find(
        ({ title, connectionDefId }) =>
          title === given.selectedConnection ||
          String(connectionDefId) === given.selectedConnection,
      );
      if (row) await openConnector(row, false);
      else
        showProblem(
          "This platform does not exist",
          `The app asked for "${given.selectedConnection}".`,
        );
    } catch (error) {
      // Upstream tells nobody but the person of this: no LINK_ERROR.
      showProblem("The connectors did not load", textOf(error), () => begin(given));
    }
  };

  screen.part("close").addEventListener("click", () => messenger.exit());
  screen.part("problem-close").addEventListener("click", () => messenger.exit());
  screen.part("done").addEventListener("click", () => messenger.exit());
  screen.part("retry").addEventListener("click", () => retry());
  for (const name of ["back", "another"]) {
    screen.part(name).addEventListener("click", () => screen.show("list", { focus: true }));
  }
  document.addEventListener("keydown", (event) => {
    const isInFilledSearch = event.target instanceof HTMLInputElement && event.target.value !== "";
    // The first Escape empties a field, as the browser does for a search.
    if (event.key === "Escape" && !isInFilledSearch) messenger.exit();
  });
  window.addEventListener("message", ({ source, data }) => {
    const isPayload = typeof data?.linkTokenEndpoint === "string" || Boolean(data?.checkState);
    if (source !== window.parent || !isPayload) return;
    // The posted texts stand: unlike those of the address they can hold any letter.
    setTexts(data);
    if (!payload) begin(data);
  });

  const given = parts.readPayload(location.search);
  if (given) {
    setTexts(given);
    begin(given);
  } else if (window.parent === window) {
    showProblem(
      "Nothing to connect here",
      "This is the page that AuthKit opens inside an app. It shows its connectors there.",
    );
  }
}
