import { ConnectButton, ConnectionsList, ConnectorGallery } from "@authkit-ui/react";
import type { Owner } from "./settings.ts";
import { TestMessage } from "./test-message.tsx";

const owners = {
  user: { label: "Yours", lead: "Only you see the accounts you connect." },
  team: { label: "Your team’s", lead: "Everybody at Marlow Finch uses these accounts." },
} as const;

/** Settings → Integrations: the kit's three components on a product's page. */
export function IntegrationsPage(props: { owner: Owner; onOwner(owner: Owner): void }) {
  return (
    <main className="page" id="integrations" aria-label="Integrations">
      <div className="page-head">
        <div>
          <h1>Integrations</h1>
          <p className="lead">
            Bring mail, calendars and client records into Halyard. {owners[props.owner].lead}
          </p>
        </div>
        <fieldset className="owner">
          <legend>Accounts</legend>
          {Object.entries(owners).map(([owner, { label }]) => (
            <label key={owner}>
              <input
                type="radio"
                name="owner"
                checked={owner === props.owner}
                onChange={() => props.onOwner(owner as Owner)}
              />
              {label}
            </label>
          ))}
        </fieldset>
      </div>
      <div className="sections">
        <section className="quick-start" aria-labelledby="quick-start">
          <div>
            <h2 id="quick-start" className="quick-start-title">
              File mail under the right client
            </h2>
            <p className="quick-start-text">Halyard reads new messages and files them for you.</p>
          </div>
          <ConnectButton platform="gmail" />
          <TestMessage />
        </section>
        <ConnectionsList
          describeDisconnect={() => "Halyard stops reading this account straight away."}
        />
        <ConnectorGallery featured={["gmail", "hubspot", "google-calendar"]} />
      </div>
    </main>
  );
}
