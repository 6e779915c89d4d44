import { requireChromium } from "./chromium.mjs";
import { runSteps } from "./run-steps.mjs";
import { playwright, script, tool, vitest } from "./steps.mjs";

requireChromium();

const kit = { config: "vitest.config.ts", folder: "packages/react" };
const projects = (...names) => names.flatMap((name) => ["--project", name]);

// Two cores hold three lanes: a browser's test waits more than it works.
await runSteps([], {
  lanes: [
    [
      vitest("kit in Chromium", projects("react (chromium)"), kit),
      playwright("end to end", "apps/demo/playwright.config.ts", { project: "flows" }),
    ],
    [vitest("kit in jsdom", projects("react"), kit), vitest("stories", projects("stories"))],
    [
      tool("lint", "biome", ["check", "--error-on-warnings"]),
      tool("types", "tsc", ["--project", ".ci"]),
      tool("unused code", "knip", ["--config", ".ci/knip.jsonc", "--no-config-hints"]),
      script("import directions", ".ci/import-directions.mjs"),
      script("AuthKit's defects", "packages/react/scripts/check-session-table.mjs"),
      vitest(
        "server, emulator, apps",
        projects("server", "emulator", "bench", "token-server", "storybook", "workspace"),
      ),
    ],
  ],
});
