import type { ReactNode } from "react";
import { EmptyState } from "./empty-state.tsx";
import { circleAlert } from "./icons.ts";

/** Props of {@link ErrorState}. */
export interface ErrorStateProps {
  messages: { error: { title: ReactNode; text: ReactNode }; tryAgain: string; reference: string };
  /** The failed read. */
  error: { requestId?: string | undefined } | null;
  /** The pressed button disappears: the owner moves the focus. */
  onTryAgain: () => void;
  className?: string | undefined;
}

/** Shown in place of a list that could not be read. */
export function ErrorState({ messages, error, onTryAgain, className }: ErrorStateProps) {
  const code = error?.requestId;
  return (
    <EmptyState
      icon={circleAlert}
      {...messages.error}
      isAlert
      className={className}
      action={{ label: messages.tryAgain, onClick: onTryAgain }}
      reference={code ? { label: messages.reference, code } : undefined}
    />
  );
}
