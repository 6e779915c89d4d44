import { problemContentType, problemStatuses } from "@authkit-ui/contract";
import { describe, expect, it } from "vitest";
import { badConnectionRequests } from "../../test/bad-input-connections.ts";
import { badRequests } from "../../test/bad-input-requests.ts";
import { badSessionRequests } from "../../test/bad-input-sessions.ts";
import { badTokenRequests } from "../../test/bad-input-token.ts";
import { setUp } from "../../test/bad-input-world.ts";

describe("bad input", () => {
  it.each([...badRequests, ...badSessionRequests, ...badTokenRequests, ...badConnectionRequests])(
    "$what → $code, and nothing changes",
    async ({ code, request }) => {
      const world = await setUp();
      const { ann, ben, emulator } = world;
      const state = async () => ({
        vault: emulator.control.connections(),
        ann: (await world.list(ann)).connections,
        ben: (await world.list(ben)).connections,
      });
      const before = await state();

      const [path, options] = request(world);
      const response = await world.call(path, options);
      const problem = await response.json();

      expect(problem).toMatchObject({ type: "about:blank", code, status: problemStatuses[code] });
      expect(response.status).toBe(problemStatuses[code]);
      expect(response.headers.get("content-type")).toBe(problemContentType);
      expect(response.headers.get("cache-control")).toBe("no-store");
      expect(problem.requestId).toBe(response.headers.get("x-request-id"));
      expect(problem.detail.length).toBeGreaterThan(20);
      expect(JSON.stringify(problem)).not.toMatch(/sk_|::|eyJ|u_ben|u_ann/);
      expect(await state()).toEqual(before);
    },
  );
});
