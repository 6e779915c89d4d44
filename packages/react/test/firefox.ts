import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { playwright } from "@vitest/browser-playwright";
import type { BrowserCommand, BrowserProvider, BrowserProviderOption } from "vitest/node";
import { type Bidi, connectBidi } from "./bidi.ts";

/** Debian's package; the snap and Mozilla's own build answer to `firefox`. */
const executable = process.env.FIREFOX_PATH ?? "firefox-esr";

const preferences = [
  // Tests open popups without a person's click.
  'user_pref("dom.disable_open_during_load", false);',
  'user_pref("datareporting.policy.dataSubmissionEnabled", false);',
  'user_pref("app.update.enabled", false);',
];

let bidi: Bidi | null = null;

function launch(profile: string): ChildProcess {
  writeFileSync(join(profile, "user.js"), preferences.join("\n"));
  const options = ["--headless", "--no-remote", "--remote-debugging-port", "0"];
  return spawn(executable, [...options, "--profile", profile, "about:blank"], {
    stdio: ["ignore", "ignore", "pipe"],
  });
}

/** Waits until Firefox says where it listens. */
const addressOf = (firefox: ChildProcess) =>
  new Promise<string>((resolve, reject) => {
    firefox.once("error", () =>
      reject(new Error(`${executable} was not found. Debian: apt-get install firefox-esr.`)),
    );
    firefox.once("exit", (code) => reject(new Error(`${executable} ended with ${code}.`)));
    let said = "";
    firefox.stderr?.on("data", (data) => {
      said += data;
      const [, address] = /WebDriver BiDi listening on (ws:\S+)\s/.exec(said) ?? [];
      if (address) resolve(address);
    });
  });

/**
 * Drives the system's Firefox, which Playwright cannot, by WebDriver BiDi. Tests that run here press
 * by `element.click()`, since Vitest's own locators need Playwright behind them.
 */
class FirefoxProvider implements BrowserProvider {
  readonly name = "playwright";
  readonly supportsParallelism = false;
  readonly #profile = mkdtempSync(join(tmpdir(), "authkit-ui-firefox-"));
  #firefox: ChildProcess | null = null;

  getCommandsContext() {
    return {};
  }

  async openPage(_sessionId: string, url: string) {
    this.#firefox ??= launch(this.#profile);
    bidi ??= await connectBidi(await addressOf(this.#firefox));
    const [page] = await bidi.contexts();
    if (!page) throw new Error("Firefox has no page.");
    await bidi.send("browsingContext.navigate", { context: page.context, url, wait: "none" });
  }

  async close() {
    bidi?.close();
    bidi = null;
    const firefox = this.#firefox;
    if (firefox && firefox.exitCode === null) {
      const hasEnded = new Promise((resolve) => firefox.once("exit", resolve));
      firefox.kill();
      await hasEnded;
    }
    rmSync(this.#profile, { recursive: true, force: true });
  }
}

export const firefox = (): BrowserProviderOption => ({
  ...playwright(),
  providerFactory: () => new FirefoxProvider(),
});

/** As in `commands.ts`, without Playwright. */
export const postFromAuthKit: BrowserCommand<[string, unknown[]]> = async (
  _context,
  origin,
  messages,
) => {
  const contexts = (await bidi?.contexts()) ?? [];
  const frame = contexts.findLast(({ url }) => url.startsWith(`${origin}/?data=`));
  if (!frame) throw new Error("AuthKit's frame is not open.");
  for (const message of messages) {
    const post = `window.parent.postMessage(${JSON.stringify(message)}, "*")`;
    const expression = `setTimeout(() => ${post})`;
    await bidi?.evaluate(frame.context, expression);
  }
};
