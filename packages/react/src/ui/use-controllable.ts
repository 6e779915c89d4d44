"use client";

import { useState } from "react";

/** A value that the owner may hold; while the owner's is `undefined`, it is held here. */
export function useControllable<Value>(
  controlled: Value | undefined,
  initial: Value,
  onChange: ((value: Value) => void) | undefined,
): [Value, (value: Value) => void] {
  const [own, setOwn] = useState(initial);
  return [
    controlled === undefined ? own : controlled,
    (value) => {
      if (controlled === undefined) setOwn(value);
      onChange?.(value);
    },
  ];
}
