import type { Meta, StoryObj } from "@storybook/react-vite";
import { useEffect, useRef } from "react";
import { ConnectError, type ConnectErrorCode } from "../api/connect-error.ts";
import { connection } from "../connections-list/connections.fixtures.ts";
import { connectors } from "../connector-gallery/connectors.fixtures.ts";
import { useStoryOrigin } from "../ui/layer-origin.fixtures.ts";
import { ConnectDialog } from "./connect-dialog.tsx";
import type { ConnectSession } from "./connect-session.ts";
import type { ConnectPhase, SessionState } from "./session-state.ts";

const gmail = connectors.find(({ platform }) => platform === "gmail") ?? null;

const atRest: SessionState = {
  phase: "opening",
  target: { platform: "gmail", identityType: "user", reconnectId: undefined },
  isVisible: true,
  isSlow: false,
  isLoaded: false,
  isFrameSilent: true,
  frameNumber: 1,
  host: "authkit.picaos.com",
  connector: gmail,
  error: null,
  connections: [],
};

interface DialogStoryProps {
  /** What differs from a dialog that was opened a moment ago. */
  moment: Partial<Record<keyof SessionState, unknown>>;
}

/** The dialog at one moment of a session. Where AuthKit's page would be there is a grey sheet. */
function DialogAtOneMoment({ moment }: DialogStoryProps) {
  const state = { ...atRest, ...moment } as SessionState;
  const { place, openedFrom } = useStoryOrigin();
  const frameParent = useRef<HTMLDivElement>(null);
  const hasPage = state.isLoaded;
  useEffect(() => {
    if (!hasPage) return;
    const page = document.createElement("div");
    page.style.cssText = "position: absolute; inset: 0; background: rgb(128 128 128 / 0.18)";
    frameParent.current?.append(page);
    return () => page.remove();
  }, [hasPage]);
  const session: ConnectSession = {
    id: 1,
    key: "story",
    openedFrom,
    outcome: new Promise(() => {}),
    getState: () => state,
    observe: () => {},
    frameOptions: () => null,
    frameLoaded: () => {},
    handleMessage: () => {},
    prepareRedirect: () => null,
    fail: () => {},
    retry: () => {},
    close: () => {},
    end: () => {},
  };
  return (
    <>
      <span ref={place} />
      <ConnectDialog session={session} state={state} frameParent={frameParent} onRetry={() => {}} />
    </>
  );
}

const meta = {
  title: "Components/Connect dialog",
  component: DialogAtOneMoment,
  tags: ["!autodocs", "every-mode"],
  // A board shows each in a frame, where axe does not look.
  parameters: { controls: { disable: true } },
  args: { moment: {} },
} satisfies Meta<typeof DialogAtOneMoment>;

export default meta;
type Story = StoryObj<typeof meta>;

const during = (
  phase: ConnectPhase,
  rest: Partial<Record<keyof SessionState, unknown>> = {},
): Story => ({
  args: { moment: { phase, ...rest } },
});
const failed = (code: ConnectErrorCode, message = "") =>
  new ConnectError(code, message, { requestId: "4be0d815" });
const whole = { platform: undefined, identityType: "user", reconnectId: undefined } as const;
const support = connection({ platform: "gmail", account: "support@marlowfinch.co" });

/** The server is starting a session. */
export const Preparing = during("preparing", { frameNumber: 0 });
/** AuthKit’s page is on its way. */
export const Opening = during("opening");
/** With the scopes of One's catalog. */
export const OpeningWithScopes = during("opening", {
  connector: gmail && {
    ...gmail,
    scopes: [
      { id: "gmail.readonly", title: "read mail" },
      { id: "gmail.send", title: "send mail" },
    ],
  },
});
/** After two seconds. */
export const StillOpening = during("opening", { isSlow: true });
/** AuthKit’s page stands where the grey sheet is. */
export const PageOpen = during("open", { isLoaded: true });
/** No sign of life after ten seconds. */
export const BlockedPage = during("blocked", {
  error: failed("frame_blocked"),
  isLoaded: true,
});
export const Offline = during("blocked", { error: failed("offline"), isLoaded: true });
/** The person said no at the provider. */
export const Declined = during("open", {
  error: failed("frame_error", "Access to Gmail was declined."),
  isLoaded: true,
});
/** Your server said why. */
export const NotAllowed = during("refused", {
  error: failed("forbidden", "Only administrators connect email. Ask Priya."),
  isLoaded: true,
});
/** The secret key is wrong. */
export const NotSetUp = during("refused", {
  error: failed("upstream_unauthorized"),
  isLoaded: true,
});
export const TooManyAttempts = during("refused", {
  error: new ConnectError("rate_limited", "", { retryAfter: 30_000 }),
  isLoaded: true,
});
export const PicaIsDown = during("refused", {
  error: failed("upstream_unavailable"),
  isLoaded: true,
});
/** The ticket was not used within ten minutes. */
export const TimedOut = during("expired", { isLoaded: true });
export const Saving = during("saving", { isLoaded: true });
/** Signed in, but not stored: nothing is lost. */
export const NotSaved = during("not_saved", {
  error: failed("not_saved"),
  isLoaded: true,
});
/** Stored: the dialog closes with the next paint, so its last words stay. */
export const Connected = during("connected", { connections: [support], isLoaded: true });
export const Reconnecting = during("opening", {
  target: { platform: "gmail", identityType: "user", reconnectId: support.id },
});
/** AuthKit’s page offers the whole catalog. */
export const NoPlatformChosen = during("open", {
  target: whole,
  connector: null,
  isLoaded: true,
});
export const OneConnectedMoreMayFollow = during("open", {
  target: whole,
  connector: null,
  connections: [support],
  isLoaded: true,
});
