"use client";

import { Presence } from "@radix-ui/react-presence";
import {
  createContext,
  type ForwardedRef,
  forwardRef,
  type ReactNode,
  type Ref,
  useContext,
  useInsertionEffect,
  useMemo,
  useRef,
  useState,
} from "react";

/** What an element inside an {@link ExitPresence} knows of it. */
export interface Exit {
  /** Whether the element is still wanted. Otherwise it is mounted only until its exit animation ends. */
  isOpen: boolean;
  /** Ref of the element whose exit animation counts. */
  ref: Ref<HTMLElement>;
}

const ExitContext = createContext<Exit>({ isOpen: true, ref: null });

/** For the element that leaves. Without an {@link ExitPresence} around, it leaves at once. */
export const useExit = () => useContext(ExitContext);

interface OpeningProps {
  isOpen: boolean;
  children: ReactNode;
}

const Opening = forwardRef(function Opening(
  { isOpen, children }: OpeningProps,
  ref: ForwardedRef<HTMLElement>,
) {
  const exit = useMemo(() => ({ isOpen, ref }), [isOpen, ref]);
  return <ExitContext.Provider value={exit}>{children}</ExitContext.Provider>;
});

/**
 * Keeps a layer or a notice mounted, as it was last rendered, from the moment when `children` become
 * empty until its exit animation ends. Each opening is a new element: one that comes meanwhile
 * replaces the leaving one. Give it a `key` of the viewer where the children show a viewer's data:
 * then nothing of the last viewer's stays.
 */
export function ExitPresence({ children }: { children: ReactNode }) {
  const isOpen = Boolean(children);
  const [opening, setOpening] = useState({ isOpen, count: 0 });
  if (opening.isOpen !== isOpen) setOpening({ isOpen, count: opening.count + Number(isOpen) });
  const last = useRef(children);
  useInsertionEffect(() => {
    if (isOpen) last.current = children;
  });
  return (
    // A presence that is new, and present from the start, renders its children at once.
    <Presence key={opening.count} present={isOpen}>
      <Opening isOpen={isOpen}>{isOpen ? children : last.current}</Opening>
    </Presence>
  );
}
