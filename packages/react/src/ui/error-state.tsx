import type { ReactNode } from "react";
import { EmptyState } from "./empty-state.tsx";
import { focusSection } from "./focus-section.ts";
import { stop } from "./icons.ts";

/** Props of {@link ErrorState}. */
export interface ErrorStateProps {
  texts: { error: { title: ReactNode; text: ReactNode }; tryAgain: string; reference: string };
  /** Of the failed read. */
  error: { requestId?: string | undefined } | null;
  onRefresh: () => void;
  className?: string | undefined;
}

/** What stands where a list would be that could not be read. */
export function ErrorState({ texts, error, onRefresh, className }: ErrorStateProps) {
  const code = error?.requestId;
  return (
    <EmptyState
      icon={stop}
      {...texts.error}
      isAlert
      className={className}
      action={{
        label: texts.tryAgain,
        onClick({ currentTarget }) {
          // What was pressed goes with the notice.
          focusSection(currentTarget);
          onRefresh();
        },
      }}
      reference={code ? { label: texts.reference, code } : undefined}
    />
  );
}
