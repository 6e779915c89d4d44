// Installed outside the workspace when the bench runs: as much of them as the pages use.

declare module "@tanstack/react-virtual" {
  interface VirtualItem {
    key: number;
    index: number;
    start: number;
  }
  export function useVirtualizer(options: {
    count: number;
    getScrollElement: () => Element | null;
    estimateSize: (index: number) => number;
    overscan?: number;
  }): { getTotalSize: () => number; getVirtualItems: () => VirtualItem[] };
}

declare module "cmdk" {
  import type { ComponentType, PropsWithChildren } from "react";

  interface Props {
    className?: string;
    label?: string;
    value?: string;
    filter?: (value: string, search: string) => number;
  }
  export const Command: ComponentType<PropsWithChildren<Props>> &
    Record<"Input" | "List" | "Item", ComponentType<PropsWithChildren<Props>>>;
}

declare module "@unified-api/react-directory" {
  import type { ComponentType } from "react";

  const UnifiedDirectory: ComponentType<{ workspaceId: string; nostyle?: boolean }>;
  // biome-ignore lint/style/noDefaultExport: the package exports its component as the default
  export default UnifiedDirectory;
}

declare module "@pipedream/connect-react" {
  import type { ComponentType, PropsWithChildren } from "react";

  export const FrontendClientProvider: ComponentType<PropsWithChildren<{ client: object }>>;
  export const SelectApp: ComponentType<{ onChange: () => void }>;
}
