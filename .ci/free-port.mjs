import { createServer } from "node:net";

/** Below the ports that systems give to those who take any: none of them gets it before its use. */
const first = 20_000;
const count = 10_000;

const isFree = (port) =>
  new Promise((resolve) => {
    const server = createServer().once("error", () => resolve(false));
    server.listen(port, () => server.close(() => resolve(true)));
  });

/** A port for something that cannot take any port itself, or must keep it over a restart. */
export async function freePort() {
  for (;;) {
    const port = first + Math.floor(Math.random() * count);
    if (await isFree(port)) return port;
  }
}
