import { afterEach, beforeEach, expect, test, vi } from "vitest";

let element: Element;
beforeEach(() => {
  vi.useFakeTimers();
  vi.resetModules();
  vi.stubEnv("NODE_ENV", "development");
  vi.spyOn(console, "warn").mockReturnValue();
  document.body.innerHTML = '<div class="ak"></div>';
  element = document.body.children[0] as Element;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** Looks at the page twice, as two components do, and returns what the console says. */
async function look() {
  const { warnOfMissingStyles } = await import("../src/ui/missing-styles.ts");
  warnOfMissingStyles(element);
  warnOfMissingStyles(element);
  vi.runAllTimers();
  return vi.mocked(console.warn).mock.calls.map(([line]) => String(line));
}

test("a page without the stylesheet is told once which import is missing", async () => {
  const lines = await look();
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('"@authkit-ui/react/styles.css"');
});

test("a page with the stylesheet is told nothing", async () => {
  document.body.append(
    Object.assign(document.createElement("style"), { textContent: ".ak { --_u: 4px }" }),
  );
  expect(await look()).toEqual([]);
});

test.each(["production", "test"])("nobody is told in %s", async (environment) => {
  vi.stubEnv("NODE_ENV", environment);
  expect(await look()).toEqual([]);
});

test("a component that has gone meanwhile says nothing about the page", async () => {
  const { warnOfMissingStyles } = await import("../src/ui/missing-styles.ts");
  warnOfMissingStyles(element);
  element.remove();
  vi.runAllTimers();
  expect(console.warn).not.toHaveBeenCalled();
});
