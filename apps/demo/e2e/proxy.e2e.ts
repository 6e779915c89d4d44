import { expect, test } from "./demo-test.ts";

test("the token server answers the preflights of /token, and Vite answers none", async ({
  demo,
  request,
}) => {
  const preflight = async (origin: string) => {
    const answer = await request.fetch(`${demo.stack.origin}/api/connect/token`, {
      method: "OPTIONS",
      headers: {
        origin,
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization,content-type",
      },
    });
    return answer.headers();
  };
  const authKitOrigin = demo.stack.emulator?.origin ?? "";
  expect(await preflight(authKitOrigin)).toMatchObject({
    "access-control-allow-origin": authKitOrigin,
    "access-control-allow-headers": expect.stringMatching(/authorization/i),
  });
  for (const stranger of ["https://evil.example", demo.stack.origin, "null"]) {
    expect(await preflight(stranger)).not.toHaveProperty("access-control-allow-origin");
  }
});
