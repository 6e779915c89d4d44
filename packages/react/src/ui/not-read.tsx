import type { ReactNode } from "react";
import { focusStart } from "./focus-start.ts";
import { stop } from "./icons.ts";
import { NoticeBox } from "./notice-box.tsx";

/** Props of {@link NotRead}. */
export interface NotReadProps {
  texts: { error: { title: ReactNode; text: ReactNode }; tryAgain: string; reference: string };
  /** Of the failed read. */
  error: { requestId?: string | undefined } | null;
  onRefresh: () => void;
  className?: string | undefined;
}

/** What stands where a list would be that could not be read. */
export function NotRead({ texts, error, onRefresh, className }: NotReadProps) {
  const code = error?.requestId;
  return (
    <NoticeBox
      icon={stop}
      {...texts.error}
      isAlert
      className={className}
      action={{
        label: texts.tryAgain,
        onClick({ currentTarget }) {
          // What was pressed goes with the notice.
          focusStart(currentTarget);
          onRefresh();
        },
      }}
      reference={code ? { label: texts.reference, code } : undefined}
    />
  );
}
