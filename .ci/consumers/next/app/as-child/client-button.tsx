"use client";

import type { ComponentProps } from "react";

export function ClientButton(props: ComponentProps<"button">) {
  return <button type="button" {...props} />;
}
