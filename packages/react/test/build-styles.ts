import { fileURLToPath } from "node:url";
import { build, type Rolldown } from "vite";
import { styles } from "../styles.vite.ts";

const entry = fileURLToPath(new URL("../src/styles/index.css", import.meta.url));

/** The stylesheet as it is shipped. */
export async function buildStyles(): Promise<string> {
  const output = (await build({
    configFile: false,
    logLevel: "error",
    plugins: [styles()],
    build: { write: false, rolldownOptions: { input: entry } },
  })) as Rolldown.RolldownOutput;
  const sheet = output.output.find((file) => file.fileName.endsWith(".css"));
  if (sheet?.type !== "asset") throw new Error("The build gave no stylesheet.");
  return String(sheet.source);
}
