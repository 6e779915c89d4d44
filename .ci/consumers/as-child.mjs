import { authKitButton, closeDialog } from "./visit.mjs";

/** Buttons of the product's own, each a child of a `ConnectButton` in a Server Component. */
const children = ["Plain button", "Client component", "Async server component"];

/** Each opens the kit's dialog, and bears the state that is documented. */
export async function pressEachChild(page) {
  for (const name of children) {
    const button = page.getByRole("button", { name });
    await button.and(page.locator("[data-state=idle]")).click();
    await authKitButton(page, "Notion").waitFor();
    await closeDialog(page);
  }
}
