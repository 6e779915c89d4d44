import { useConnect } from "@authkit-ui/react/one/headless";

/** The product's own button, built with the hooks alone. */
export function Slack() {
  const slack = useConnect({ platform: "slack" });
  return (
    <button type="button" onClick={slack.open}>
      Slack: {slack.phase}
    </button>
  );
}
