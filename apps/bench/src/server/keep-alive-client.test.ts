import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { openKeepAliveClient } from "./keep-alive-client.ts";

async function clientOf(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const client = await openKeepAliveClient(
    `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  );
  onTestFinished(() => {
    client.close();
    server.close();
  });
  return client;
}

const request = "GET / HTTP/1.1\r\nhost: localhost\r\n\r\n";

describe("a client that reads nothing but an answer's length", () => {
  it.each([
    ["with its length", 200, { "content-length": "300000" }, ["x".repeat(300_000)]],
    ["in chunks", 200, {}, ["x".repeat(100_000), "0\r\n\r\nis not the end", "y"]],
    ["without a body", 304, {}, []],
    ["with an empty one", 200, { "content-length": "0" }, []],
    ["that is a failure", 503, { "content-length": "2" }, ["{}"]],
  ] as const)("takes one answer after the other %s", async (_how, status, headers, parts) => {
    let answered = 0;
    const client = await clientOf((_request, response) => {
      response.writeHead(status, headers);
      for (const part of parts) response.write(part);
      response.end();
      answered += 1;
    });

    for (let count = 1; count <= 3; count++) {
      expect(await client.ask(request)).toBe(status);
      expect(answered).toBe(count);
    }
  });

  it("says that a server has gone before its answer was whole", async () => {
    const client = await clientOf((_request, response) => {
      response.writeHead(200, { "content-length": "10" });
      response.write("half", () => response.destroy());
    });

    await expect(client.ask(request)).rejects.toThrow("before its answer was whole");
  });
});
