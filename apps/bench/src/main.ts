import { runPart } from "./harness/report.ts";

/** Loaded one by one: a part needs nothing that another one imports. */
const parts = {
  size: async () => (await import("./size/size.ts")).measureSize(),
  gallery: async () => (await import("./gallery/gallery.ts")).measureGallery(),
  session: async () => (await import("./session/session.ts")).measureSession(),
  feedback: async () => (await import("./feedback/feedback.ts")).measureFeedback(),
  server: async () => (await import("./server/server.ts")).measureServer(),
  sweep: async () => (await import("./sweep/sweep.ts")).measureSweep(),
  start: async () => (await import("./start/start.ts")).measureStart(),
};
type Part = keyof typeof parts;

const isPart = (name: string): name is Part => Object.hasOwn(parts, name);

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !isPart(name));
if (unknown !== undefined) {
  console.error(`There is no part "${unknown}". There are: ${Object.keys(parts).join(", ")}.`);
  process.exit(1);
}
const chosen = asked.length > 0 ? asked.filter(isPart) : (Object.keys(parts) as Part[]);
for (const part of chosen) await runPart(part, parts[part]);
