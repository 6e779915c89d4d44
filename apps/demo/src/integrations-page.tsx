import { ConnectButton, ConnectionsList, ConnectorGallery } from "@authkit-ui/react";

/** Settings → Integrations: the kit's three components on a product's page. */
export function IntegrationsPage() {
  return (
    <main className="page" id="integrations">
      <h1>Integrations</h1>
      <p className="lead">
        Bring mail, calendars and client records into Halyard. Only you see the accounts you
        connect.
      </p>
      <div className="sections">
        <section className="quick-start" aria-labelledby="quick-start">
          <div>
            <h2 id="quick-start" className="quick-start-title">
              File mail under the right client
            </h2>
            <p className="quick-start-text">Halyard reads new messages and files them for you.</p>
          </div>
          <ConnectButton platform="gmail" />
        </section>
        <ConnectionsList />
        <ConnectorGallery />
      </div>
    </main>
  );
}
