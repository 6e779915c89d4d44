"use client";

import { useCallback, useState } from "react";

/**
 * State that belongs to a key, e.g. a viewer's. With another key it is the initial value again, in
 * the same render.
 */
export function useKeyedState<Value>(
  stateKey: string,
  initial: Value,
): [Value, (change: (current: Value) => Value) => void] {
  const [state, setState] = useState({ stateKey, value: initial });
  const isCurrent = state.stateKey === stateKey;
  if (!isCurrent) setState({ stateKey, value: initial });
  const change = useCallback(
    (next: (current: Value) => Value) =>
      // A late update for the last key changes nothing.
      setState((current) =>
        current.stateKey === stateKey ? { stateKey, value: next(current.value) } : current,
      ),
    [stateKey],
  );
  return [isCurrent ? state.value : initial, change];
}
