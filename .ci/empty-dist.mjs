import { rmSync } from "node:fs";

// What an earlier build left would be published with the new one.
rmSync("dist", { recursive: true, force: true });
