/** What AuthKit's hook is called with, under either of its names. */
export interface AuthKitHookOptions {
  token: { url: string; headers: Record<string, string> };
  baseUrl: string;
  appTheme: "light" | "dark";
  title: string | undefined;
  imageUrl: string | undefined;
  companyName: string | undefined;
  /** Display name of the one connector to show. */
  selectedConnection: string | undefined;
  showNameInput: boolean;
}

/** One of the two packages that AuthKit comes in: Pica's, or One's, as Pica is called since 2026. */
export interface AuthKitAdapter {
  /** Name and version, for the developer's eyes. */
  packageName: string;
  /** Address of AuthKit's page, as that package has it. */
  defaultBaseUrl: string;
  /** Types of the messages that the package's own listener acts on. */
  messageTypes: ReadonlySet<string>;
  useAuthKit: (options: AuthKitHookOptions) => { open: () => void; close: () => void };
}
