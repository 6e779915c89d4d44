import { serveEmulator } from "@authkit-ui/emulator/node";
import { serveParent } from "./child-process.ts";

const { origin, close } = await serveEmulator({ requestLogSize: 10_000 });
serveParent(origin, close);
