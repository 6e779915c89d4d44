"use client";

import { useCallback, useState } from "react";

/**
 * State that belongs to a subject, e.g. a viewer: with another subject it is the initial value
 * again, in the very same render.
 */
export function useKeyedState<Value>(
  subject: string,
  initial: Value,
): [Value, (change: (current: Value) => Value) => void] {
  const [state, setState] = useState({ subject, value: initial });
  const isOurs = state.subject === subject;
  if (!isOurs) setState({ subject, value: initial });
  const change = useCallback(
    (next: (current: Value) => Value) =>
      // A late answer about the last subject changes nothing.
      setState((current) =>
        current.subject === subject ? { subject, value: next(current.value) } : current,
      ),
    [subject],
  );
  return [isOurs ? state.value : initial, change];
}
