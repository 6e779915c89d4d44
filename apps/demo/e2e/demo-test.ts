import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, expect, type FrameLocator, type Page } from "@playwright/test";
import { type DemoStack, type DemoStackOptions, startDemoStack } from "../demo-stack.ts";

export { expect };

/** A demo that can be stopped and started again on the same data, as a developer does. */
export interface Demo {
  readonly stack: DemoStack;
  restart(): Promise<void>;
}

/** `demo`: a fresh stack on free ports, with its data in a temporary folder. */
export const test = base.extend<{ demo: Demo }>({
  demo: async ({ page: _page }, use) => {
    const dataFolder = await mkdtemp(join(tmpdir(), "authkit-ui-demo-"));
    const options: DemoStackOptions = {
      demoPort: 0,
      tokenServerPort: 0,
      emulatorPort: 0,
      dataFolder,
      databaseUrl: process.env.DATABASE_URL,
    };
    let stack = await startDemoStack(options);
    await use({
      get stack() {
        return stack;
      },
      async restart() {
        const ports = {
          demoPort: Number(new URL(stack.origin).port),
          emulatorPort: Number(new URL(stack.emulator?.origin ?? "").port),
        };
        await stack.close();
        stack = await startDemoStack({ ...options, ...ports });
      },
    });
    await stack.close();
    await rm(dataFolder, { recursive: true });
  },
});

/** AuthKit's page inside the kit's dialog. */
export const authKit = (page: Page): FrameLocator =>
  page.getByRole("dialog").frameLocator("iframe");

/** The row of one platform in the list of connected accounts. */
export const row = (page: Page, platform: string) =>
  page
    .getByRole("region", { name: "Connected accounts" })
    .getByRole("listitem")
    .filter({ hasText: platform });

/** Searches the gallery. */
export async function search(page: Page, text: string): Promise<void> {
  await page.getByRole("searchbox", { name: /search/i }).fill(text);
}
