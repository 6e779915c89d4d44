import "@authkit-ui/react/styles.css";
import "./preview.css";
import type { Preview } from "@storybook/react-vite";

const preview: Preview = {
  parameters: {
    a11y: {
      test: "error",
      options: {
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      },
    },
    controls: { expanded: true },
    layout: "padded",
  },
  globalTypes: {
    theme: {
      description: "Colour scheme",
      toolbar: {
        title: "Scheme",
        icon: "contrast",
        items: ["system", "light", "dark"],
        dynamicTitle: true,
      },
    },
    dir: {
      description: "Direction",
      toolbar: { title: "Direction", icon: "transfer", items: ["ltr", "rtl"], dynamicTitle: true },
    },
  },
  initialGlobals: { theme: "system", dir: "ltr" },
  decorators: [
    (Story, { globals }) => {
      const { theme, dir } = globals as { theme: string; dir: string };
      document.documentElement.style.colorScheme = theme === "system" ? "light dark" : theme;
      document.documentElement.dir = dir;
      return <Story />;
    },
  ],
};

export default preview;
