import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import {
  ConnectButton,
  ConnectionBadge,
  ConnectionsList,
  ConnectorGallery,
  ConnectorLogo,
  ConnectProvider,
  type ConnectProviderProps,
} from "../index.ts";
import { mockConnect } from "../test-setup/index.ts";
import { ar } from "./locales/ar.ts";

/** Every component, with an open dialog that confirms a disconnect. */
async function show(props: Partial<ConnectProviderProps>) {
  mockConnect({
    connectors: [{ platform: "gmail", name: "Gmail", category: "Email" }],
    connections: [{ platform: "gmail", name: "Mail" }],
  });
  const user = userEvent.setup();
  render(
    <ConnectProvider viewerKey="ann" {...props}>
      <ConnectButton platform="gmail" />
      <ConnectionsList title="Konten" />
      <ConnectorGallery />
      <ConnectionBadge state="operational" />
      <ConnectorLogo platform="gmail" name="Gmail" />
    </ConnectProvider>,
  );
  const texts = props.messages === ar ? ar.list : undefined;
  const options = texts?.options("Mail") ?? "Options for Mail";
  await user.click(await screen.findByRole("button", { name: options }));
  await user.click(
    await screen.findByRole("menuitem", { name: texts?.disconnectItem ?? "Disconnect…" }),
  );
  await screen.findByRole("alertdialog");
}
const roots = () => [...document.querySelectorAll<HTMLElement>(".ak")];
const languages = () => [...new Set(roots().map((root) => root.getAttribute("lang")))];

describe("The lang attribute", () => {
  test("is on every root, dialog and announcement with a locale", async () => {
    await show({ locale: "ar", messages: ar });
    // Button, list, gallery, badge, logo, announcer, dialog.
    expect(roots().length).toBeGreaterThanOrEqual(7);
    expect(languages()).toEqual(["ar"]);
  });

  test("is absent without a locale, so that the page’s language counts", async () => {
    await show({});
    expect(languages()).toEqual([null]);
  });

  test("is English with a locale but no messages", async () => {
    await show({ locale: "de" });
    expect(languages()).toEqual(["en"]);
  });

  test("is English on the catalog’s categories among texts of another language", async () => {
    await show({ locale: "ar", messages: ar });
    expect(screen.getByText("Email")).toHaveAttribute("lang", "en");
    expect(screen.getByText("Email").closest(".ak")).toHaveAttribute("lang", "ar");
  });

  test("is not repeated on categories among English texts", async () => {
    await show({ locale: "en-GB" });
    expect(screen.getByText("Email")).not.toHaveAttribute("lang");
  });
});
