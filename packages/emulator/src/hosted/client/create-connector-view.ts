import type { Backend, BackendError } from "./create-backend.ts";
import type { createForm, FormValues } from "./create-form.ts";
import type { Messenger } from "./create-messenger.ts";
import type { Problem } from "./create-problem.ts";
import type { Screen } from "./create-screen.ts";
import type { openWindow } from "./open-window.ts";
import type { AuthKitPayload, ConnectionMessage, TokenRow } from "./protocol.ts";
import type { SignInResult, waitForSignIn } from "./sign-in.ts";

/** What the view of one connector works with. */
export interface ConnectorTools {
  screen: Screen;
  messenger: Messenger;
  problem: Problem;
  createForm: typeof createForm;
  openWindow: typeof openWindow;
  waitForSignIn: typeof waitForSignIn;
  pollInterval: number;
  onConnected: (connection: ConnectionMessage, name: string) => void;
}

/** One connector, from its form to its connection. */
export interface ConnectorView {
  /** With `isLed`, a person came here by a press of a button and goes on from here. */
  open(row: TokenRow, backend: Backend, payload: AuthKitPayload, isLed: boolean): Promise<void>;
}

export function createConnectorView(tools: ConnectorTools): ConnectorView {
  const { screen, messenger, problem, onConnected } = tools;
  let shown: { row: TokenRow; backend: Backend; payload: AuthKitPayload } | undefined;
  const form = tools.createForm(screen, (values) => submit(values));

  const submit = async (values: FormValues) => {
    if (!shown) return;
    const { row, backend } = shown;
    form.fail();
    form.setBusy(true);
    try {
      if (form.isOAuth) {
        await signIn(shown, values.name);
      } else {
        onConnected(await backend.connect(row.connectionDefId, values), row.title);
      }
    } catch (error) {
      refuse(error as BackendError);
    } finally {
      form.setBusy(false);
    }
  };

  const refuse = (error: BackendError) => {
    // Upstream tells the person alone when the session is over, but posts a refused key.
    if (error.isExpired) {
      problem.showError("The connection was not made", error);
      return;
    }
    screen.show("connector");
    form.fail(error.message);
    messenger.error(error.message);
  };

  const signIn = async ({ row, backend, payload }: NonNullable<typeof shown>, name: string) => {
    const companyName = payload.companyName ?? "";
    const start = () => backend.startOAuth(row.connectionDefId, { name, companyName });
    if (payload.capabilities?.oauthRedirect) {
      screen.show("loading");
      const { url, state } = await start();
      messenger.redirect(url, state);
      return;
    }
    // Opened at once, while the press still allows it; its address follows.
    const provider = tools.openWindow();
    if (!provider) {
      form.fail("The sign-in window was blocked. Allow pop-ups for this page, then try again.");
      return;
    }
    screen.part("waiting-title").textContent = `Finish signing in at ${row.title}`;
    screen.part("cancel").onclick = () => provider.close();
    screen.show("waiting", { focus: true });
    try {
      const { url, state } = await start();
      provider.location.replace(url);
      const isClosed = () => provider.closed;
      finish(await tools.waitForSignIn(backend, state, tools.pollInterval, isClosed), row.title);
    } catch (error) {
      provider.close();
      throw error;
    }
  };

  const finish = (result: SignInResult, name: string) => {
    if (result.status === "connected") {
      onConnected(result.connection, name);
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

  return {
    async open(row, backend, payload, isLed) {
      const opened = { row, backend, payload };
      shown = opened;
      try {
        const connectorForm = await backend.form(row.connectionDefId);
        // Another connector may have been picked in the meantime.
        if (shown !== opened) return;
        form.fill(row, connectorForm, { asksName: payload.showNameInput === true });
        screen.part("back").hidden = payload.selectedConnection !== undefined;
        screen.show("connector", isLed ? { focus: true } : undefined);
      } catch (error) {
        const again = () => this.open(row, backend, payload, true);
        problem.showError("This connector did not open", error, again);
      }
    },
  };
}
