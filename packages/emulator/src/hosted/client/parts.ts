import { createBackend } from "./create-backend.ts";
import { createConnectorView } from "./create-connector-view.ts";
import { createForm } from "./create-form.ts";
import { createList } from "./create-list.ts";
import { createMessenger } from "./create-messenger.ts";
import { createProblem } from "./create-problem.ts";
import { createScreen } from "./create-screen.ts";
import { fetchToken } from "./fetch-token.ts";
import { openWindow } from "./open-window.ts";
import { readPayload } from "./read-payload.ts";
import { waitForSignIn } from "./sign-in.ts";

/** The functions that the hosted page's script is made of. */
export const parts = {
  createBackend,
  createConnectorView,
  createForm,
  createList,
  createMessenger,
  createProblem,
  createScreen,
  fetchToken,
  openWindow,
  readPayload,
  waitForSignIn,
};

/** The parts of the hosted page's script, as they reach `startPage`. */
export type Parts = typeof parts;
