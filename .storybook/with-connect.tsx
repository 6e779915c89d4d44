import { ConnectProvider, type MessageOverrides } from "@authkit-ui/react";
import type { Decorator, Loader } from "@storybook/react-vite";
import { applyHostStyles } from "./host-styles/host-styles.ts";
import { loadMessages } from "./languages.ts";
import type { StoryBackend, StoryScene } from "./story-backend.ts";
import type { StoryGlobals } from "./toolbars.ts";
import { translateArgs } from "./translate-args.ts";

/** The backends of the stories that are open, by story: a change in the toolbar keeps them. */
const backends = new Map<string, Promise<StoryBackend>>();

async function backendOf(id: string, scene: StoryScene | undefined, globals: StoryGlobals) {
  if (!scene) return null;
  const conditions = { person: globals.person, latency: globals.latency };
  const { startStoryBackend } = await import("./story-backend.ts");
  const starting = backends.get(id) ?? startStoryBackend(scene, conditions);
  backends.set(id, starting);
  const backend = await starting;
  backend.conditions = conditions;
  return backend;
}

interface Loaded {
  backend: StoryBackend | null;
  messages: MessageOverrides | undefined;
}

/** A story with the parameter `connect`, a scene, gets a backend of its own; all get their texts. */
export const loadConnect: Loader = async ({ id, parameters, globals }): Promise<Loaded> => {
  const settings = globals as unknown as StoryGlobals;
  const [backend, messages] = await Promise.all([
    backendOf(id, parameters.connect as StoryScene | undefined, settings),
    loadMessages(settings.language),
    applyHostStyles(settings.host),
  ]);
  return { backend, messages };
};

/** To be called when the story is left. */
export async function closeConnect(id: string): Promise<void> {
  const backend = backends.get(id);
  backends.delete(id);
  await (await backend)?.close();
}

/** The provider that a product would have; stories of fixed states never call its endpoint. */
export const withConnect: Decorator = (Story, { id, globals, loaded }) => {
  const { language, person } = globals as unknown as StoryGlobals;
  const { backend, messages } = loaded as Loaded;
  return (
    <ConnectProvider
      endpoint={backend?.endpoint ?? "/connect-story/none/api"}
      viewerKey={`${person} in ${backend?.id ?? id}`}
      locale={language}
      messages={messages}
      authKit={{
        ...(backend && { baseUrl: backend.authKitUrl }),
        companyName: "Halyard",
      }}
    >
      <Story />
    </ConnectProvider>
  );
};

/** The texts of a fixed state are among its args: they follow the toolbar too. */
export const withLanguage: Decorator = (Story, { args, globals, loaded }) => {
  const { language } = globals as unknown as StoryGlobals;
  const { messages } = loaded as Loaded;
  return <Story args={translateArgs(args, messages ?? {}, language)} />;
};
