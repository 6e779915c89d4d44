import "../../src/styles/index.css";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { commands, page } from "vitest/browser";
import { ConnectButton, ConnectionsList, ConnectorGallery } from "../../src/index.ts";
import { giveAccounts } from "../accounts.ts";
import { Product, render, signIn } from "../render.tsx";
import { waitFor } from "../wait.ts";

const submitted = vi.fn((event: Event) => event.preventDefault());
const changed = vi.fn();
const pressed = vi.fn();
let viewer = "";
beforeEach(async () => {
  viewer = signIn();
  await giveAccounts(viewer, [{ platform: "gmail", name: "Mail" }]);
  window.addEventListener("submit", submitted);
});
afterEach(() => {
  window.removeEventListener("submit", submitted);
  vi.clearAllMocks();
  document.querySelector("form[data-plain]")?.remove();
});

const kit = () => (
  <Product viewerKey={viewer}>
    <ConnectButton platform="slack" />
    <ConnectionsList />
    <ConnectorGallery />
  </Product>
);

/** A settings page whose one form is around everything, as React renders it. */
function reactForm() {
  render(
    <form
      action="/left"
      onSubmit={(event) => event.preventDefault()}
      onChange={changed}
      onKeyDown={pressed}
    >
      <input name="company" aria-label="Company" required defaultValue="" />
      <input name="empty" aria-label="Empty" />
      {kit()}
      <button type="submit">Save settings</button>
    </form>,
  );
}

/** The same as a server has written it, with the kit somewhere inside. */
function plainForm() {
  const form = document.createElement("form");
  form.action = "/left";
  form.dataset.plain = "";
  form.innerHTML = `<input name="company" aria-label="Company" required>
    <input name="empty" aria-label="Empty"><button>Save settings</button>`;
  form.addEventListener("input", ({ target }) => changed({ target }));
  form.addEventListener("change", ({ target }) => changed({ target }));
  form.addEventListener("keydown", pressed);
  document.body.append(form);
  form.append(render(kit()).element);
}

/** Of the product's own handlers only what its own field has caused. */
const ofTheKit = (handler: typeof changed) =>
  handler.mock.calls.filter(
    ([{ target }]) => target instanceof HTMLInputElement && target.closest(".ak"),
  );

const rename = async (account: string) => {
  await page.getByRole("button", { name: `Options for ${account}` }).click();
  await page.getByRole("menuitem", { name: "Rename" }).click();
  return page.getByRole("textbox", { name: `Name of ${account}` });
};
const row = (name: string) =>
  expect.element(page.getByRole("region", { name: "Connected accounts" })).toHaveTextContent(name);

/** The form as somebody has left it, untouched by what was done in the kit. */
function expectUntouched(form: HTMLFormElement) {
  expect(submitted).not.toHaveBeenCalled();
  expect(document.querySelectorAll("form")).toHaveLength(1);
  expect([...new FormData(form)]).toEqual([
    ["company", "Unsaved"],
    ["empty", ""],
  ]);
  expect([...form.elements].filter((one) => one instanceof HTMLInputElement)).toHaveLength(2);
  expect(form.checkValidity()).toBe(true);
  const keys = ofTheKit(pressed).map(([event]) => event.key);
  expect(keys.filter((key) => key === "Enter" || key === "Escape")).toEqual([]);
}

describe.each([
  ["React’s", reactForm],
  ["plain HTML’s", plainForm],
])("%s form around the kit", (_whose, show) => {
  let form: HTMLFormElement;
  beforeEach(async () => {
    show();
    await row("Mail");
    const [first] = document.forms;
    if (!first) throw new Error("The product's form is not on the page.");
    form = first;
    await page.getByRole("textbox", { name: "Company" }).fill("Unsaved");
  });
  afterEach(() => {
    if (show === reactForm) expect(ofTheKit(changed)).toEqual([]);
  });

  test("hears nothing of the search and the category list, and its reset empties neither", async () => {
    const search = page.getByRole("searchbox");
    await search.fill("slac");
    await commands.press(["Enter"]);
    await expect.element(page.getByText("1 integration", { exact: true })).toBeVisible();
    form.reset();
    await expect.element(search).toHaveValue("slac");
    await page.getByRole("textbox", { name: "Company" }).fill("Unsaved");
    await search.click();
    await commands.press(["Escape"]);
    await expect.element(search).toHaveValue("");

    await page.getByRole("button", { name: "Filter by category: All categories" }).click();
    const category = page.getByRole("combobox");
    await category.fill("nothing of the kind");
    await commands.press(["Enter"]);
    await expect.element(category).toBeVisible();
    await category.fill("comm");
    await commands.press(["Enter"]);
    await expect.element(category).not.toBeInTheDocument();
    expectUntouched(form);
  });

  test("hears nothing when an account is renamed", async () => {
    await (await rename("Mail")).fill("Work");
    await commands.press(["Enter"]);
    await row("Work");
    const field = await rename("Work");
    await field.fill("Never");
    expect(document.querySelectorAll("form")).toHaveLength(1);
    for (const key of ["Enter", "Escape"]) {
      const composing = { key, isComposing: true, bubbles: true, cancelable: true };
      field.element().dispatchEvent(new KeyboardEvent("keydown", composing));
    }
    await expect.element(field).toHaveValue("Never");
    await commands.press(["Escape"]);
    await row("Work");
    await (await rename("Work")).fill("Office");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await row("Office");
    expectUntouched(form);
  });

  test("hears nothing when an account is connected, refreshed or disconnected", async () => {
    const address = location.href;
    await page.getByRole("button", { name: "Refresh" }).click();
    await page.getByRole("button", { name: "Connect Slack" }).first().click();
    await expect.element(page.getByRole("dialog")).toBeVisible();
    await page.getByRole("button", { name: "Close" }).click();
    await page.getByRole("button", { name: "Options for Mail" }).click();
    await page.getByRole("menuitem", { name: "Disconnect…" }).click();
    await page.getByRole("button", { name: "Disconnect", exact: true }).click();
    await waitFor(() => expect(document.querySelector("[data-state=removed]")).not.toBe(null));
    expect(location.href).toBe(address);
    expectUntouched(form);
  });

  test("is submitted by Enter in its own field, which presses none of the kit's buttons", async () => {
    await page.getByRole("textbox", { name: "Company" }).click();
    await commands.press(["Enter"]);
    expect(submitted).toHaveBeenCalledOnce();
    await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
  });
});
