import { ConnectProvider as PicaConnectProvider } from "@authkit-ui/react";
import { ConnectProvider as OneConnectProvider } from "@authkit-ui/react/one";
import { useEffect, useState } from "react";
import { AssistantPage } from "./assistant-page.tsx";
import { DemoSettings } from "./demo-settings.tsx";
import { IntegrationsPage } from "./integrations-page.tsx";
import { Sidebar } from "./sidebar.tsx";
import { useLanguage } from "./use-language.ts";
import { usePage } from "./use-page.ts";
import { useSettings } from "./use-settings.ts";
import { currentViewer, signIn, type Viewer } from "./viewer.ts";

// A product imports one of the two. `start -- --one` shows the other one.
const ConnectProvider =
  import.meta.env.VITE_GENERATION === "one" ? OneConnectProvider : PicaConnectProvider;

// Empty with a real key, so the kit opens the page of Pica or One.
const authKitOrigin = import.meta.env.VITE_AUTHKIT_ORIGIN || undefined;
const authKit = {
  companyName: "Halyard",
  ...(authKitOrigin && { baseUrl: authKitOrigin }),
};

/** Halyard, a product that is not ours, with the kit on its settings page and in its assistant. */
export function App() {
  const [viewer, setViewer] = useState<Viewer | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [settings, changeSettings] = useSettings();

  const page = usePage();
  const { locale, messages, dir } = useLanguage(settings.language);

  const fail = (error: Error) => setFailure(error.message);
  useEffect(() => {
    currentViewer().then(setViewer, (error: Error) => setFailure(error.message));
  }, []);

  if (failure) return <p className="unreachable">{failure}</p>;
  if (!viewer) return null;
  return (
    // Around the provider, so that the connect dialog wears the theme too.
    <div className={`ak-theme-${settings.look}`}>
      <ConnectProvider
        endpoint="/api/connect"
        viewerKey={viewer.id}
        identityType={settings.owner}
        theme={settings.scheme}
        locale={locale}
        messages={messages}
        dir={dir}
        authKit={authKit}
      >
        <div className="shell">
          <Sidebar
            page={page}
            viewer={viewer}
            onSignIn={(login) => signIn(login).then(setViewer, fail)}
          >
            <DemoSettings settings={settings} onChange={changeSettings} />
          </Sidebar>
          {page === "assistant" ? (
            <AssistantPage key={viewer.id} viewer={viewer} />
          ) : (
            <IntegrationsPage
              owner={settings.owner}
              onOwner={(owner) => changeSettings({ owner })}
            />
          )}
        </div>
      </ConnectProvider>
    </div>
  );
}
