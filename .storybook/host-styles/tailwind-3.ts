import postcss from "postcss";
import tailwindcss from "tailwindcss-3";
import type { Plugin } from "vite";

const name = "virtual:tailwind-3";

/** What a host on Tailwind CSS 3 has on its page: its preflight, and nothing of ours. */
export function tailwind3(): Plugin {
  return {
    name: "authkit-ui:tailwind-3",
    resolveId: (id) => (id === name ? `\0${name}` : null),
    async load(id) {
      if (id !== `\0${name}`) return null;
      const preflight = postcss([tailwindcss({ content: [{ raw: "" }] })]);
      const { css } = await preflight.process("@tailwind base;", { from: undefined });
      return `export default ${JSON.stringify(css)};`;
    },
  };
}
