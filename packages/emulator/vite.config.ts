import { readFileSync } from "node:fs";
import { defineConfig } from "vite";
import { z } from "zod";

const { dependencies } = z
  .object({ dependencies: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8")));

const isDependency = (id: string) =>
  id.startsWith("node:") ||
  Object.keys(dependencies).some((name) => id === name || id.startsWith(`${name}/`));

export default defineConfig({
  build: {
    target: "es2023",
    lib: { entry: ["src/index.ts", "src/node.ts", "src/cli.ts"], formats: ["es"] },
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      external: isDependency,
      output: { preserveModules: true, preserveModulesRoot: "src", entryFileNames: "[name].js" },
    },
  },
});
