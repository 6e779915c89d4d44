import {
  AttentionBanner,
  ConnectButton,
  ConnectionsList,
  ConnectorGallery,
} from "@authkit-ui/react";
import { ToggleGroup } from "radix-ui";
import { useRef } from "react";
import { SetupDialog } from "./setup-dialog.tsx";
import { TestMessage } from "./test-message.tsx";
import type { Owner } from "./use-settings.ts";

const owners = {
  user: { label: "Yours", lead: "Only you see the accounts you connect." },
  team: { label: "Your team’s", lead: "Everybody at Marlow Finch uses these accounts." },
} as const;

/** Settings → Integrations: the kit's components on a product's page. */
export function IntegrationsPage(props: { owner: Owner; onOwner(owner: Owner): void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <main className="page" id="integrations" aria-label="Integrations">
      {/* The pressed button goes with the banner. */}
      <AttentionBanner className="attention" onDismiss={() => heading.current?.focus()} />
      <div className="page-head">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            Integrations
          </h1>
          <p className="lead">
            Bring mail, calendars and client records into Halyard. {owners[props.owner].lead}
          </p>
        </div>
        <ToggleGroup.Root
          type="single"
          className="owner"
          aria-label="Whose accounts"
          value={props.owner}
          // Pressed again, it would choose nobody's.
          onValueChange={(owner) => owner && props.onOwner(owner as Owner)}
        >
          {Object.entries(owners).map(([owner, { label }]) => (
            <ToggleGroup.Item key={owner} value={owner} className="owner-item">
              {label}
            </ToggleGroup.Item>
          ))}
        </ToggleGroup.Root>
      </div>
      <div className="sections">
        <section className="quick-start" aria-labelledby="quick-start">
          <div>
            <h2 id="quick-start" className="quick-start-title">
              File mail under the right client
            </h2>
            <p className="quick-start-text">Halyard reads new messages and files them for you.</p>
          </div>
          <div className="quick-start-actions">
            <SetupDialog />
            <ConnectButton platform="gmail" />
          </div>
          <TestMessage />
        </section>
        <ConnectionsList
          describeDisconnect={() => "Halyard stops reading this account straight away."}
        />
        <ConnectorGallery
          featured={["gmail", "slack", "hubspot", "google-calendar", "notion", "salesforce"]}
          // Only One lists scopes: `start -- --one`.
          showScopes
        />
      </div>
    </main>
  );
}
