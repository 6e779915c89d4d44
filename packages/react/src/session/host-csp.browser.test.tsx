import { expect, inject, test, vi } from "vitest";
import { page } from "vitest/browser";
import { Button } from "../../test/button.tsx";
import { Product, render, signIn } from "../../test/render.tsx";

// In a file of its own: a policy cannot be taken back from a document.
test("A17: a host whose frame-src forbids AuthKit learns it at once, and by name", async () => {
  vi.spyOn(console, "warn").mockReturnValue();
  const policy = document.createElement("meta");
  policy.httpEquiv = "content-security-policy";
  policy.content = "frame-src 'self'";
  document.head.append(policy);
  signIn();
  const onError = vi.fn();
  render(
    <Product>
      <Button onError={onError} />
    </Product>,
  );
  const pressedAt = performance.now();
  await page.getByRole("button", { name: "Connect Gmail" }).click();
  const alert = page.getByRole("dialog").getByRole("alert");
  await expect.element(alert).toHaveTextContent(/^The sign-in page didn’t load/);
  const seconds = (performance.now() - pressedAt) / 1_000;
  console.log(`frame-src | blocked | ${seconds.toFixed(2)} s | ${alert.element().textContent}`);
  expect(seconds).toBeLessThanOrEqual(10.5);
  await page.getByRole("button", { name: "Close" }).click();
  await vi.waitUntil(() => onError.mock.calls.length > 0);
  expect(onError.mock.calls[0]?.[0]).toMatchObject({
    code: "frame_blocked",
    message: expect.stringContaining(`frame-src ${inject("authKitOrigin")}`),
  });
});
