import type { ReactNode } from "react";
import { visuallyHidden } from "./visually-hidden.ts";

/** Shown while a list is loaded: a skeleton, and a sentence for screen readers. */
export function LoadingState({ text, children }: { text: string; children: ReactNode }) {
  return (
    <>
      <span role="status" className="ak-unseen" ref={visuallyHidden}>
        {text}
      </span>
      {children}
    </>
  );
}
