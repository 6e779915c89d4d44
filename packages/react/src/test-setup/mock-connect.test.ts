import { expect, it } from "vitest";
import { mockConnect } from "./mock-connect.ts";

it("gives a field of a row that is undefined its default", () => {
  const { connections, restore } = mockConnect({
    connections: [{ platform: "slack", name: undefined, state: undefined }],
  });
  restore();
  expect(connections[0]).toMatchObject({ platform: "slack", name: null, state: "operational" });
});
