"use client";

import { useCallback, useInsertionEffect, useRef } from "react";

/** A stable function that gives the newest committed render's value. */
export function useLatestGetter<Value>(value: Value): () => Value {
  const ref = useRef(value);
  useInsertionEffect(() => {
    ref.current = value;
  });
  return useCallback(() => ref.current, []);
}
