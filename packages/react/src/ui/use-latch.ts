"use client";

import { useState } from "react";

/** Whether `value` is true, or was in an earlier render: from then on it stays so. */
export function useLatch(value: boolean): boolean {
  const [was, setWas] = useState(value);
  if (value && !was) setWas(true);
  return was || value;
}
