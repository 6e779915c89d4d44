import "@authkit-ui/react/styles.css";
import "@authkit-ui/react/themes/bold.css";
import "@authkit-ui/react/themes/dense.css";
import "./halyard.css";
import "./preview.css";
import type { Preview } from "@storybook/react-vite";
import { configure } from "storybook/test";
import type { AxeParameters } from "./axe-in-modes.ts";
import { DocsFrame, DocsPage } from "./docs-page.tsx";
import { everyMode } from "./every-mode.ts";
import { failOnConsole, listenToConsole } from "./fail-on-console.ts";
import { describeComponent, readProps } from "./read-docs.ts";
import { checkShownState } from "./shown-state.ts";
import { storybookTheme } from "./storybook-theme.ts";
import { globalTypes, initialGlobals, type StoryGlobals, widths } from "./toolbars.ts";
import { closeConnect, loadConnect, withConnect, withLanguage } from "./with-connect.tsx";
import { withPage } from "./with-page.tsx";

// A story's own backend is slow to start on a busy machine, and so is a frame.
configure({ asyncUtilTimeout: 20_000 });

const preview: Preview = {
  tags: ["autodocs"],
  parameters: {
    a11y: {
      test: "error",
      // Off unless it is asked for; each story stands in a main part of a page.
      config: { rules: [{ id: "region", enabled: true }] },
      options: {
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      },
    },
    controls: { expanded: true },
    // Props that change nothing that is seen, or only what a story begins with.
    noControls: [
      "asChild",
      "category",
      "children",
      "className",
      "defaultCategory",
      "defaultSearch",
      "headingLevel",
      "id",
      "search",
    ],
    layout: "padded",
    docs: {
      extractComponentDescription: describeComponent,
      container: DocsFrame,
      page: DocsPage,
      theme: storybookTheme,
    },
    viewport: { options: widths },
    options: {
      storySort: {
        order: [
          "Overview",
          ["Welcome", "*"],
          "Components",
          [
            "Connect button",
            "Connector gallery",
            "Connections list",
            "Attention banner",
            "Connect checklist",
            "Connect request",
            "Require connection",
            "Reconnect link",
            "Connect dialog",
            "Disconnect dialog",
            "Connection badge",
            "Connector logo",
            "Connector scopes",
            "Attention",
            "Parts",
            "Connect provider",
            "Hooks",
          ],
          "Flows",
          ["Connect", "Manage"],
          "Guides",
          [
            "Getting started",
            "Recipes",
            "Theming",
            "Languages and tone",
            "Accessibility",
            "Testing",
            "Server rendering",
            "Dialogs and shadow roots",
            "Migration",
            "Broken accounts and requirements",
            "Agents",
            "Ask for an account",
            "Access",
            "Security",
            "Deployment",
            "Broken connections",
            "Troubleshooting",
            "*",
          ],
        ],
      },
    },
  },
  argTypesEnhancers: [readProps],
  globalTypes,
  initialGlobals,
  loaders: [loadConnect],
  decorators: [withLanguage, withConnect, withPage],
  beforeEach: ({ id }) => {
    const stopListening = listenToConsole();
    return async () => {
      stopListening();
      await closeConnect(id);
    };
  },
  afterEach: async (context) => {
    checkShownState(context);
    failOnConsole(context.parameters.expectedInConsole as RegExp | undefined);
    // Only when tested: under somebody's eyes the page would flicker through all modes.
    if (import.meta.env.VITEST_STORYBOOK && context.tags.includes(everyMode)) {
      const { checkModes } = await import("./axe-in-modes.ts");
      await checkModes(
        context.globals as unknown as StoryGlobals,
        context.parameters as AxeParameters,
      );
    }
  },
};

export default preview;
