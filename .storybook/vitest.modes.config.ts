import { everyMode } from "./every-mode.ts";
import { storiesProject } from "./vitest.config.ts";

export default storiesProject("stories in every mode", { include: [everyMode] });
