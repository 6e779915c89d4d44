import type { Backend, BackendError } from "./create-backend.ts";
import { createForm, type FormValues } from "./create-form.ts";
import type { Messenger } from "./create-messenger.ts";
import { openWindow } from "./open-window.ts";
import { showError } from "./problem.ts";
import type { AuthKitPayload, ConnectionMessage, TokenRow } from "./protocol.ts";
import { part, showView } from "./screen.ts";
import { type SignInResult, waitForSignIn } from "./sign-in.ts";

interface ConnectorViewOptions {
  messenger: Messenger;
  /** Milliseconds between two checks of a sign-in. */
  pollInterval: number;
  onConnected: (connection: ConnectionMessage, name: string) => void;
}

/** One connector, from its form to its connection. */
export interface ConnectorView {
  /** Loads and shows the form of a connector; `focus` moves the focus into it. */
  open(
    row: TokenRow,
    backend: Backend,
    payload: AuthKitPayload,
    options?: { focus: boolean },
  ): Promise<void>;
}

export function createConnectorView({
  messenger,
  pollInterval,
  onConnected,
}: ConnectorViewOptions): ConnectorView {
  let shown: { row: TokenRow; backend: Backend; payload: AuthKitPayload } | undefined;
  const form = createForm((values) => submit(values));

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
    // When the session is over, upstream tells only the person; a refused key it posts, too.
    if (error.isExpired) {
      showError("The connection was not made", error);
      return;
    }
    showView("connector");
    form.fail(error.message);
    messenger.error(error.message);
  };

  const signIn = async ({ row, backend, payload }: NonNullable<typeof shown>, name: string) => {
    const companyName = payload.companyName ?? "";
    const start = () => backend.startOAuth(row.connectionDefId, { name, companyName });
    if (payload.capabilities?.oauthRedirect) {
      showView("loading");
      const { url, state } = await start();
      messenger.redirect(url, state);
      return;
    }
    // Opened before the address is known: later the browser would block it as a pop-up.
    const provider = openWindow();
    if (!provider) {
      form.fail("The sign-in window was blocked. Allow pop-ups for this page, then try again.");
      return;
    }
    part("waiting-title").textContent = `Finish signing in at ${row.title}`;
    part("cancel").onclick = () => provider.close();
    showView("waiting", { focus: true });
    try {
      const { url, state } = await start();
      provider.location.replace(url);
      const isClosed = () => provider.closed;
      finish(await waitForSignIn(backend, state, pollInterval, isClosed), row.title);
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
    showView("connector", { focus: true });
    if (result.status === "failed") {
      form.fail(result.message);
      messenger.error(result.message);
    } else {
      form.fail("The sign-in window was closed before it was finished. Nothing was connected.");
    }
  };

  return {
    async open(row, backend, payload, options) {
      const opened = { row, backend, payload };
      shown = opened;
      try {
        const connectorForm = await backend.form(row.connectionDefId);
        // Another connector may have been picked in the meantime.
        if (shown !== opened) return;
        form.fill(row, connectorForm, { asksName: payload.showNameInput === true });
        part("back").hidden = payload.selectedConnection !== undefined;
        showView("connector", options);
      } catch (error) {
        const retry = () => this.open(row, backend, payload, { focus: true });
        showError("This connector did not open", error, retry);
      }
    },
  };
}
