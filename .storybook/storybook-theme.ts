import { create } from "storybook/theming";

const isDark = matchMedia("(prefers-color-scheme: dark)").matches;

/** Storybook's own pages and its frame, under the kit's name. */
export const storybookTheme = create({
  base: isDark ? "dark" : "light",
  brandTitle: "authkit-ui",
  brandImage: "./brand.svg",
  brandTarget: "_self",
  colorPrimary: isDark ? "#7cc9b3" : "#17594a",
  colorSecondary: isDark ? "#3f8f7b" : "#17594a",
  fontBase: 'Inter, ui-sans-serif, system-ui, "Segoe UI", "Helvetica Neue", sans-serif',
});
