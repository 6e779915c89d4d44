import "../src/styles/index.css";
import { cleanup } from "@testing-library/react";
import { afterEach, vi } from "vitest";
import { commands } from "vitest/browser";

/* All files share one page, one server and one browser: what a test changes, it gives back. */

const { addEventListener, removeEventListener, fetch } = window;
// Testing Library does it by itself only where the test functions are globals.
afterEach(cleanup);
afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  // E.g. those of `mockConnect`.
  Object.assign(window, { addEventListener, removeEventListener, fetch });
  await commands.routeFaults([]);
});
