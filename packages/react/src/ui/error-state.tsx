import type { ReactNode } from "react";
import type { ConnectError } from "../api/connect-error.ts";
import { useFailureNotice } from "../messages/use-failure-notice.ts";
import { EmptyState } from "./empty-state.tsx";
import { circleAlert } from "./icons.ts";

/** Props of {@link ErrorState}. */
export interface ErrorStateProps {
  messages: { error: { title: ReactNode; text: ReactNode }; tryAgain: string; reference: string };
  /** The failed read. */
  error: ConnectError | null;
  /** The pressed button disappears: the owner moves the focus. */
  onTryAgain: () => void;
  className?: string | undefined;
}

/** Shown in place of a list that could not be read. */
export function ErrorState({ messages, error, onTryAgain, className }: ErrorStateProps) {
  const failureNotice = useFailureNotice();
  const isSignedOut = error?.code === "unauthorized";
  const code = isSignedOut ? undefined : error?.requestId;
  return (
    <EmptyState
      icon={circleAlert}
      title={isSignedOut ? failureNotice(error, { name: null }).title : messages.error.title}
      text={isSignedOut ? undefined : messages.error.text}
      isAlert
      className={className}
      action={{ label: messages.tryAgain, onClick: onTryAgain }}
      reference={code ? { label: messages.reference, code } : undefined}
    />
  );
}
