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

/**
 * Goes to a product as a person does, connects Gmail, and comes back. Resolves to what the browser
 * complained about; rejects when the connection did not come about.
 */
export async function connectGmail(browser, origin) {
  const context = await browser.newContext({ locale: "en-GB" });
  context.setDefaultTimeout(100_000);
  const complaints = await collectComplaints(context);
  const page = await context.newPage();
  try {
    // What the server has drawn takes no click before its script has run.
    await page.goto(origin, { waitUntil: "networkidle" });
    const row = page
      .getByRole("region", { name: "Connected accounts" })
      .getByRole("listitem")
      .filter({ hasText: "Gmail" });
    await page.getByRole("button", { name: "Connect Gmail" }).first().click();

    const authKit = page.getByRole("dialog").frameLocator("iframe");
    const popup = page.waitForEvent("popup");
    await authKit.getByRole("button", { name: "Continue to Gmail" }).click();
    const provider = await popup;
    await provider.getByRole("button", { name: "Allow" }).click();

    await page.getByRole("dialog").waitFor({ state: "detached" });
    await row.getByText("Connected").waitFor();
    await page.reload();
    await row.getByText("Connected").waitFor();
    return complaints;
  } catch (error) {
    throw new Error(`${error.message}\nThe browser said:\n${complaints.join("\n")}`);
  } finally {
    await context.close();
  }
}

/**
 * Opens a product's page until it reacts to a click. Resolves to what the browser complained about.
 */
export async function hydrate(browser, origin) {
  const context = await browser.newContext({ locale: "en-GB" });
  context.setDefaultTimeout(100_000);
  const complaints = await collectComplaints(context);
  try {
    const page = await context.newPage();
    await page.goto(origin, { waitUntil: "networkidle" });
    await page.getByRole("button", { name: "Connect Gmail" }).first().click();
    await page.getByRole("dialog").waitFor();
    return complaints;
  } finally {
    await context.close();
  }
}

/**
 * Opens the dialog once, loading the page anew until it opens: a development server may bundle what
 * it meets only then, and what was asked for in the meantime is answered with 504.
 */
export async function warmUp(browser, origin) {
  const context = await browser.newContext({ locale: "en-GB" });
  const complaints = await collectComplaints(context);
  try {
    const page = await context.newPage();
    const end = Date.now() + 90_000;
    while (Date.now() < end) {
      await page.goto(origin, { waitUntil: "networkidle" });
      await page.getByRole("button", { name: "Connect Gmail" }).first().click();
      const dialog = page.getByRole("dialog");
      await dialog.waitFor({ timeout: 5_000 }).catch(() => {});
      if (await dialog.isVisible()) return;
    }
    throw new Error(
      `The dialog did not open, however often one pressed.\nThe browser said:\n${complaints.join("\n")}`,
    );
  } finally {
    await context.close();
  }
}

/** What a product shows without any script. */
export async function readWithoutScript(browser, origin) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  try {
    const page = await context.newPage();
    await page.goto(origin);
    return await page.locator("main").textContent();
  } finally {
    await context.close();
  }
}
