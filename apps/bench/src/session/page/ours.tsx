import { ConnectProvider, useConnect } from "@authkit-ui/react/headless";
import { createRoot } from "react-dom/client";

function Connect() {
  const { open, preload } = useConnect();
  return (
    <button
      type="button"
      onClick={open}
      onPointerEnter={preload}
      onPointerDown={preload}
      onFocus={preload}
    >
      Connect
    </button>
  );
}

/** The kit's hook and nothing else: the same button as the bare page's. */
export function mount(root: HTMLElement, authKit: string): void {
  createRoot(root).render(
    <ConnectProvider viewerKey="bench" authKit={{ baseUrl: authKit }}>
      <Connect />
    </ConnectProvider>,
  );
}
