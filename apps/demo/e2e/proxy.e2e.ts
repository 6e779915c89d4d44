import { expect, postgresUrl, test } from "./demo-test.ts";

test("through Vite, our server alone answers the preflights of /token", async ({
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

// Only PostgreSQL serves several; without it this test is not there at all.
if (postgresUrl) {
  test("two token servers on one database take requests in turns", async ({ demo, request }) => {
    const before = demo.stack.requestsGiven();
    for (let i = 0; i < 6; i++) await request.get(`${demo.stack.origin}/api/connect/health`);
    const given = demo.stack.requestsGiven().map((count, index) => count - (before[index] ?? 0));
    expect(given).toEqual([3, 3]);
  });
}
