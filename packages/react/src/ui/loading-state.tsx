import type { ReactNode } from "react";
import { visuallyHidden } from "./visually-hidden.ts";

/** A list on its way: its shape for the eye, a sentence for the ear. */
export function Loading({ text, children }: { text: string; children: ReactNode }) {
  return (
    <>
      <span role="status" className="ak-unseen" ref={visuallyHidden}>
        {text}
      </span>
      {children}
    </>
  );
}
