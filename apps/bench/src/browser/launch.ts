import { type Browser, chromium } from "playwright";
import { chromiumArgs, requireChromium } from "../../../../.ci/chromium.mjs";

/** The system's Chromium, without a window. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: requireChromium(), args: chromiumArgs });
