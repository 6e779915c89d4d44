import { useAuthKit } from "@picahq/authkit";
import { createRoot } from "react-dom/client";

function Connect({ authKit }: { authKit: string }) {
  const { open } = useAuthKit({
    token: { url: `${window.location.origin}/authkit-token`, headers: {} },
    baseUrl: authKit,
    onSuccess: () => {},
    onError: () => {},
    onClose: () => {},
  });
  return (
    <button type="button" onClick={() => open()}>
      Connect
    </button>
  );
}

/** `useAuthKit` as its README shows it. */
export function mount(root: HTMLElement, authKit: string): void {
  createRoot(root).render(<Connect authKit={authKit} />);
}
