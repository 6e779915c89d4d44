import type { StorybookConfig } from "@storybook/react-vite";
import remarkGfm from "remark-gfm";
import { storyNameFromExport } from "storybook/internal/csf";
import { styles } from "../packages/react/styles.vite.ts";
import { tailwind3 } from "./host-styles/tailwind-3.ts";
import { inWords } from "./story-name.ts";

const config: StorybookConfig = {
  stories: [
    "./docs/*.mdx",
    "./docs/*.stories.tsx",
    "../packages/react/src/**/*.stories.tsx",
    "./boards/*.stories.tsx",
    "./flows/*.stories.tsx",
  ],
  staticDirs: ["./public"],
  addons: [
    {
      name: "@storybook/addon-docs",
      options: { mdxPluginOptions: { mdxCompileOptions: { remarkPlugins: [remarkGfm] } } },
    },
    "@storybook/addon-a11y",
    "@storybook/addon-vitest",
    "storybook-addon-pseudo-states",
  ],
  framework: "@storybook/react-vite",
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  typescript: {
    // TypeScript 7 has no JavaScript API, which the other documentation tool needs.
    reactDocgen: "react-docgen",
  },
  // The sidebar has the captions of the boards, in place of names in title case.
  experimental_indexers: (indexers = []) =>
    indexers.map((indexer) => ({
      ...indexer,
      createIndex: async (file, options) => {
        const stories = await indexer.createIndex(file, options);
        return stories.map((story) =>
          story.name === storyNameFromExport(story.exportName)
            ? { ...story, name: inWords(story.exportName) }
            : story,
        );
      },
    })),
  viteFinal: (vite) => ({
    ...vite,
    plugins: [...(vite.plugins ?? []), styles(), tailwind3()],
    build: {
      ...vite.build,
      // `"use client"` means nothing in a bundle for browsers.
      rolldownOptions: { ...vite.build?.rolldownOptions, checks: { moduleLevelDirective: false } },
    },
  }),
};

export default config;
