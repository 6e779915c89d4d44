import type { ReactNode } from "react";
import { unseen } from "./unseen.ts";

/** A list on its way: its shape for the eye, a sentence for the ear. */
export function Loading({ text, children }: { text: string; children: ReactNode }) {
  return (
    <>
      <span role="status" className="ak-unseen" ref={unseen}>
        {text}
      </span>
      {children}
    </>
  );
}
