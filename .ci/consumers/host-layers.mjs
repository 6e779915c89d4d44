import {
  accountRow,
  closeDialog,
  connect,
  connectDialog,
  disconnect,
  openDialog,
} from "./visit.mjs";

const stillOpen = async (layer, after) => {
  if (!(await layer.isVisible())) throw new Error(`The product's layer closed: ${after}.`);
};

/**
 * Connects `name` from inside a layer of the product's, which `opener` opens and which must stay
 * open until it hears an Escape of its own.
 */
export async function connectInsideLayer(page, { opener, layer, name }) {
  const place = page.locator(layer);
  await page.getByRole("button", { name: opener }).click();
  await openDialog(page, place, name);
  await page.keyboard.press("Escape");
  await connectDialog(page).waitFor({ state: "detached" });
  await stillOpen(place, "Escape in the kit's dialog");

  await openDialog(page, place, name);
  await closeDialog(page);
  await stillOpen(place, "Close in the kit's dialog");

  await connect(page, place, name);
  await stillOpen(place, "an account was connected");
  await place.getByRole("button", { name }).click();
  await page.getByRole("menu").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("menu").waitFor({ state: "detached" });
  await stillOpen(place, "Escape in the kit's menu");

  await page.keyboard.press("Escape");
  await place.waitFor({ state: "detached" });
}

/** Uses the kit's fields inside the product's own form, which must neither be sent nor reset. */
export async function typeInsideForm(page) {
  const address = page.url();
  await page.getByRole("textbox", { name: "Company" }).fill("Acme");
  await page.getByRole("searchbox").fill("slack");
  await page.getByRole("searchbox").press("Enter");

  await accountRow(page, "Gmail")
    .getByRole("button", { name: /^Options/ })
    .click();
  await page.getByRole("menuitem", { name: "Rename" }).click();
  await page.getByLabel(/^Name of/).fill("Work");
  await page.getByLabel(/^Name of/).press("Enter");
  await accountRow(page, "Work").waitFor();

  await disconnect(page, "Work");

  if (page.url() !== address) throw new Error(`The product's form was sent to ${page.url()}`);
  const company = await page.getByRole("textbox", { name: "Company" }).inputValue();
  if (company !== "Acme") throw new Error("The product's form lost what was typed into it.");
}
