import { fileURLToPath } from "node:url";
import { build, type Rolldown } from "vite";
import { styles } from "../styles.vite.ts";

/** A stylesheet as it is shipped, e.g. `index.css` or `themes/bold.css`. */
export async function buildStyles(file = "index.css"): Promise<string> {
  const entry = fileURLToPath(new URL(`../src/styles/${file}`, import.meta.url));
  const output = (await build({
    configFile: false,
    logLevel: "error",
    plugins: [styles()],
    build: { write: false, rolldownOptions: { input: entry } },
  })) as Rolldown.RolldownOutput;
  const sheet = output.output.find((asset) => asset.fileName.endsWith(".css"));
  if (sheet?.type !== "asset") throw new Error("The build gave no stylesheet.");
  return String(sheet.source);
}
