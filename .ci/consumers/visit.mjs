/** Collects what a page complains about: console, uncaught errors, policy reports, dead links. */
async function collectComplaints(context) {
  const complaints = [];
  await context.exposeBinding("reportViolation", (_source, violation) => {
    complaints.push(`policy: ${violation}`);
  });
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      window.reportViolation(
        `${event.effectiveDirective} blocked ${event.blockedURI} ${event.sample} ` +
          `(${event.sourceFile}:${event.lineNumber})`,
      );
    });
  });
  context.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") {
      complaints.push(`${message.type()}: ${message.text()}`);
    }
  });
  context.on("weberror", (error) => complaints.push(`uncaught: ${error.error().message}`));
  context.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  return complaints;
}

/** What the server has drawn takes no click before its script has run. */
const hydrated = { waitUntil: "networkidle" };

/**
 * Opens a product's page in a browser of its own and lets `act` use it. Resolves to what the browser
 * complained about meanwhile; when `act` fails, the error says it too.
 */
export async function visit(browser, address, act, { javaScriptEnabled = true } = {}) {
  const context = await browser.newContext({
    locale: "en-GB",
    javaScriptEnabled,
    // Playwright scrolls the page to press what still moves, and with it a menu that it has measured.
    reducedMotion: "reduce",
  });
  // A development server compiles a page when it is first asked for, beside another product's build.
  context.setDefaultTimeout(60_000);
  const complaints = await collectComplaints(context);
  const page = await context.newPage();
  try {
    await page.goto(address, hydrated);
    await act(page);
    return complaints;
  } catch (error) {
    throw new Error(`${error.message}\nThe browser said:\n${complaints.join("\n")}`);
  } finally {
    await context.close();
  }
}

/** The kit's dialog, whatever dialogs the product has open. */
export const connectDialog = (page) => page.locator(".ak-connect-dialog");

/**
 * The button in AuthKit's page. Wait for it before the dialog is closed: a session that ends while
 * the page asks for its token makes the browser log a 401.
 */
export const authKitButton = (page, name) =>
  connectDialog(page)
    .frameLocator("iframe")
    .getByRole("button", { name: `Continue to ${name}` });

/** Presses "Connect `name`" in `place` and waits for AuthKit's page. */
export async function openDialog(page, place, name) {
  await place
    .getByRole("button", { name: `Connect ${name}` })
    .first()
    .click();
  await authKitButton(page, name).waitFor();
}

/** Closes the kit's dialog by its button. */
export async function closeDialog(page) {
  await connectDialog(page).getByRole("button", { name: "Close" }).click();
  await connectDialog(page).waitFor({ state: "detached" });
}

/** Connects `name` from `place`: signs in on AuthKit's page and at the provider. */
export async function connect(page, place, name) {
  await openDialog(page, place, name);
  const [provider] = await Promise.all([
    page.waitForEvent("popup"),
    authKitButton(page, name).click(),
  ]);
  await provider.getByRole("button", { name: "Allow" }).click();
  await connectDialog(page).waitFor({ state: "detached" });
}

/**
 * Connects `name` on One's page and at the provider, by a redirect of the whole window and back.
 */
export async function connectInSameWindow(page, name) {
  await openDialog(page, page, name);
  await authKitButton(page, name).click();
  await page.getByRole("button", { name: "Allow" }).click();
  await accountRow(page, name).getByText("Connected").waitFor();
  await connectDialog(page).waitFor({ state: "detached" });
}

/** The row of an account in the list of connected accounts. */
export const accountRow = (page, text) =>
  page
    .getByRole("region", { name: "Connected accounts" })
    .getByRole("listitem")
    .filter({ hasText: text });

/** Disconnects an account by the menu of its row, and waits for the server's answer. */
export async function disconnect(page, name) {
  await accountRow(page, name)
    .getByRole("button", { name: /^Options/ })
    .click();
  await page.getByRole("menuitem", { name: "Disconnect…" }).click();
  await Promise.all([
    page.waitForResponse((response) => response.request().method() === "DELETE"),
    page.getByRole("alertdialog").getByRole("button", { name: "Disconnect" }).click(),
  ]);
  await accountRow(page, `${name} disconnected`).waitFor();
}

/** Connects Gmail, and finds it again after the page was loaded anew. */
export async function connectGmail(page) {
  await connect(page, page, "Gmail");
  await accountRow(page, "Gmail").getByText("Connected").waitFor();
  await page.reload(hydrated);
  await accountRow(page, "Gmail").getByText("Connected").waitFor();
}

/**
 * Presses "Connect Gmail", loading the page anew until AuthKit's page is there: a development server
 * may bundle page and route only when they are asked for, and a request that waits too long is given up.
 */
export async function warmUp(browser, address) {
  await visit(browser, address, async (page) => {
    const end = Date.now() + 180_000;
    while (Date.now() < end) {
      await page.getByRole("button", { name: "Connect Gmail" }).first().click();
      const button = authKitButton(page, "Gmail");
      await button.waitFor({ timeout: 20_000 }).catch(() => {});
      if (await button.isVisible()) return;
      await page.reload(hydrated);
    }
    throw new Error("AuthKit's page did not come, however often one pressed.");
  });
}

/** What a product shows without any script. */
export async function readWithoutScript(browser, address) {
  let text = "";
  const read = async (page) => {
    text = await page.locator("main").textContent();
  };
  await visit(browser, address, read, { javaScriptEnabled: false });
  return text;
}
