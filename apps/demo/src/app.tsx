import { ConnectProvider } from "@authkit-ui/react";
import { useEffect, useState } from "react";
import { IntegrationsPage } from "./integrations-page.tsx";
import { Sidebar, type Theme } from "./sidebar.tsx";
import { currentViewer, type Login, signIn, type Viewer } from "./viewer.ts";

// Empty with a real key: the kit then opens Pica's own page.
const authKitOrigin = import.meta.env.VITE_AUTHKIT_ORIGIN || undefined;

const savedTheme = () => (localStorage.getItem("halyard-theme") ?? "system") as Theme;

/** Halyard, a product that is not ours, with the kit on its settings page. */
export function App() {
  const [viewer, setViewer] = useState<Viewer | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [theme, setTheme] = useState(savedTheme);

  useEffect(() => {
    currentViewer().then(setViewer, (error: Error) => setFailure(error.message));
  }, []);
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
    localStorage.setItem("halyard-theme", theme);
  }, [theme]);

  if (failure) return <p className="unreachable">{failure}</p>;
  if (!viewer) return null;
  return (
    <div className="shell">
      <Sidebar
        viewer={viewer}
        theme={theme}
        onTheme={setTheme}
        onSignIn={(login: Login) => {
          signIn(login).then(setViewer, (error: Error) => setFailure(error.message));
        }}
      />
      <ConnectProvider
        endpoint="/api/connect"
        viewerKey={viewer.id}
        theme={theme}
        authKit={authKitOrigin ? { baseUrl: authKitOrigin, companyName: "Halyard" } : undefined}
      >
        <IntegrationsPage />
      </ConnectProvider>
    </div>
  );
}
