import { useConnect } from "../src/headless.ts";
import type { UseConnectOptions } from "../src/hooks/use-connect.ts";

/** A product's own button over the headless hook; it shows what the hook says. */
export function Button({
  label = "Connect Gmail",
  ...options
}: UseConnectOptions & { label?: string }) {
  const connect = useConnect({ platform: "gmail", ...options });
  return (
    <>
      <button
        type="button"
        onClick={connect.open}
        onPointerEnter={connect.preload}
        onPointerDown={connect.preload}
        data-phase={connect.phase}
        aria-busy={connect.isLoading}
      >
        {label}
      </button>
      {connect.error && <p role="note">{connect.error.code}</p>}
    </>
  );
}
