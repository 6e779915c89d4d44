import { afterEach, beforeEach, describe, expect, inject, test, vi } from "vitest";
import { commands, page } from "vitest/browser";
import { listen } from "../../test/announcements.ts";
import { authKitPage, authKitPosts, signInToProvider } from "../../test/authkit-page.ts";
import { Button } from "../../test/button.tsx";
import { Accounts, button, dialog, Opener, untilOpen } from "../../test/openers.tsx";
import { Product, render, signIn } from "../../test/render.tsx";
import { waitUntil } from "../../test/wait.ts";
import type { Connection, ConnectOutcome } from "../headless.ts";
import { de } from "../messages/locales/de.ts";

const authKitOrigin = inject("authKitOrigin");

beforeEach(async () => {
  signIn();
  await commands.routeLog();
});
afterEach(async () => {
  await commands.routeFaults([]);
  await commands.control(authKitOrigin, "clearFaults");
});

const saves = async () =>
  (await commands.routeLog()).filter((call) => call === "POST /connections").length;

describe("What AuthKit's page reports", () => {
  test("saves and reports an account once when AuthKit's page reports it three times", async () => {
    await commands.control(authKitOrigin, "addFault", { kind: "repeated_message", count: 3 });
    const onConnected = vi.fn();
    render(
      <Product>
        <Button onConnected={onConnected} />
      </Product>,
    );
    await button("Connect Gmail").click();
    await signInToProvider("Gmail");
    await expect.element(dialog()).not.toBeInTheDocument();
    expect(onConnected).toHaveBeenCalledTimes(1);
    expect(await saves()).toBe(1);
  });

  test("shows an error that AuthKit's page posts while it still loads", async () => {
    await commands.control(authKitOrigin, "addFault", { kind: "early_message" });
    render(
      <Product>
        <Button />
      </Product>,
    );
    await button("Connect Gmail").click();
    await expect
      .element(dialog().getByRole("alert"))
      .toHaveTextContent("Gmail wasn’t connectedInvalid connection credentials");
  });

  test("an error that is not a text is shown in the kit's words", async () => {
    render(
      <Product locale="de" messages={de}>
        <Button />
      </Product>,
    );
    await button("Connect Gmail").click();
    await untilOpen();
    await authKitPosts({ messageType: "LINK_ERROR", message: { toString: "evil" } });
    const { title, text } = de.session.failure("frame_error", {
      name: "Gmail",
      host: "",
      seconds: null,
      reason: null,
    });
    await expect.element(dialog().getByRole("alert")).toHaveTextContent(`${title}${text}`);
    await expect.element(dialog()).toBeVisible();
  });

  test("a consent that is declined ends as declined when the dialog is closed", async () => {
    const outcomes: ConnectOutcome[] = [];
    render(
      <Product>
        <Opener options={{ platform: "gmail" }} outcomes={outcomes} />
      </Product>,
    );
    await button("Open").click();
    await signInToProvider("Gmail", "Cancel");
    await expect.element(dialog().getByRole("alert")).toBeVisible();
    await page.getByRole("button", { name: "Close" }).click();
    await waitUntil(() => outcomes.length > 0);
    expect(outcomes[0]).toMatchObject({ type: "declined", error: { code: "frame_error" } });
    expect(await saves()).toBe(0);
  });

  test("a key that is not the viewer's is not saved, and never called connected", async () => {
    const outcomes: ConnectOutcome[] = [];
    render(
      <Product>
        <Opener options={{ platform: "gmail" }} outcomes={outcomes} />
      </Product>,
    );
    await button("Open").click();
    await untilOpen("Open");
    const key = `test::gmail::default::${"0".repeat(32)}|somebody-else`;
    await authKitPosts({ messageType: "LINK_SUCCESS", message: { key } });
    await expect.element(dialog().getByRole("alert")).toHaveTextContent(/Couldn’t save/);
    await page.getByRole("button", { name: "Close" }).click();
    await waitUntil(() => outcomes.length > 0);
    expect(outcomes[0]).toMatchObject({ type: "not_saved" });
  });
});

describe("Saving", () => {
  test("what the server cannot store stays open with a retry that stores it", async () => {
    const outcomes: ConnectOutcome[] = [];
    render(
      <Product>
        <Opener options={{ platform: "gmail" }} outcomes={outcomes} />
        <Accounts />
      </Product>,
    );
    await commands.routeFaults([{ method: "POST", path: "/connections", status: 503, times: 2 }]);
    await button("Open").click();
    await signInToProvider("Gmail");
    const alert = dialog().getByRole("alert");
    await expect.element(alert).toHaveTextContent(/Couldn’t save your Gmail account/);
    expect(outcomes).toEqual([]);
    await alert.getByRole("button", { name: "Try again" }).click();
    await expect.element(page.getByRole("listitem")).toHaveTextContent("gmail");
    await waitUntil(() => outcomes.length > 0);
    expect(outcomes).toMatchObject([{ type: "connected", connection: { platform: "gmail" } }]);
  });

  test("a dialog closed while it saves ends as connected once it is stored", async () => {
    const outcomes: ConnectOutcome[] = [];
    render(
      <Product>
        <Opener options={{ platform: "gmail" }} outcomes={outcomes} />
      </Product>,
    );
    await commands.routeFaults([{ method: "POST", path: "/connections", held: true }]);
    await button("Open").click();
    await signInToProvider("Gmail");
    await expect.element(dialog()).toHaveAttribute("data-phase", "saving");
    await page.getByRole("button", { name: "Close" }).click();
    await expect.element(dialog()).not.toBeInTheDocument();
    expect(outcomes).toEqual([]);
    await commands.routeFaults([]);
    await waitUntil(() => outcomes.length > 0);
    expect(outcomes[0]).toMatchObject({ type: "connected" });
  });

  test("lists an account whose sign-in finished after the dialog was closed", async () => {
    const viewer = signIn();
    const { rerender } = render(
      <Product viewerKey={viewer}>
        <Button />
      </Product>,
    );
    await button("Connect Gmail").click();
    await untilOpen();
    await page.getByRole("button", { name: "Close" }).click();
    await commands.control(authKitOrigin, "createConnection", {
      platform: "gmail",
      identity: viewer,
    });
    rerender(
      <Product viewerKey={viewer}>
        <Accounts />
      </Product>,
    );
    await expect.element(page.getByRole("listitem")).toHaveTextContent("gmail");
  });

  test("without a platform the dialog stays open for more, and says what was connected", async () => {
    const outcomes: ConnectOutcome[] = [];
    const onConnected = vi.fn();
    render(
      <Product>
        <Opener options={{ onConnected }} outcomes={outcomes} />
        <Accounts />
      </Product>,
    );
    await button("Open").click();
    await expect.element(dialog()).toHaveAccessibleName("Connect an account");
    const authKit = await authKitPage();
    for (const name of ["Gmail", "Slack"]) {
      await authKit.getByRole("searchbox").fill(name);
      await authKit.getByRole("button", { name, exact: true }).click();
      await signInToProvider(name);
      await waitUntil(() => onConnected.mock.calls.length > 0);
      onConnected.mockClear();
      await expect.element(dialog()).toBeVisible();
      await authKit.getByRole("button", { name: "Connect another" }).click();
    }
    await page.getByRole("button", { name: "Close" }).click();
    await waitUntil(() => outcomes.length > 0);
    expect(outcomes).toMatchObject([
      { type: "connected", connections: [{ platform: "gmail" }, { platform: "slack" }] },
    ]);
    await expect.poll(() => page.getByRole("listitem").elements().length).toBe(2);
  });

  describe("without a platform", () => {
    const outcomes: ConnectOutcome[] = [];
    const successes: string[] = [];
    const onConnected = ({ platform }: Connection) => successes.push(platform);
    let keys: string[] = [];
    let said: string[] = [];
    const report = (key: string | undefined) =>
      authKitPosts({ messageType: "LINK_SUCCESS", message: { key } });
    const connections = () => said.filter((sentence) => sentence.includes("is connected"));

    beforeEach(async () => {
      outcomes.length = 0;
      successes.length = 0;
      const identity = signIn();
      const created = ["google-calendar", "slack"].map((platform) =>
        commands.control(authKitOrigin, "createConnection", { platform, identity }),
      );
      keys = ((await Promise.all(created)) as { key: string }[]).map(({ key }) => key);
      render(
        <Product viewerKey={identity}>
          <Opener options={{ onConnected }} outcomes={outcomes} />
        </Product>,
      );
      await button("Open").click();
      await untilOpen("Open");
      said = listen();
    });

    test("an account is named in words, and said to be connected once", async () => {
      await report(keys[0]);
      await expect.element(dialog()).toHaveTextContent("Google Calendar is connected");
      await page.getByRole("button", { name: "Close" }).click();
      await waitUntil(() => outcomes.length > 0);
      expect(connections()).toEqual([
        expect.stringMatching(/^polite: Google Calendar is connected It’s in your/),
      ]);
    });

    test("two accounts, closed while the first is stored: both are, and both are told", async () => {
      await commands.routeFaults([{ method: "POST", path: "/connections", held: true }]);
      for (const key of keys) await report(key);
      await expect.element(dialog()).toHaveAttribute("data-phase", "saving");
      await page.getByRole("button", { name: "Close" }).click();
      await expect.element(dialog()).not.toBeInTheDocument();
      await commands.routeFaults([]);
      await waitUntil(() => outcomes.length > 0);
      expect(outcomes).toMatchObject([
        {
          type: "connected",
          connections: [{ platform: "google-calendar" }, { platform: "slack" }],
        },
      ]);
      expect(successes).toEqual(["google-calendar", "slack"]);
    });

    test("a dialog that was closed meanwhile is spoken for when the account is stored", async () => {
      await commands.routeFaults([{ method: "POST", path: "/connections", held: true }]);
      await report(keys[0]);
      await expect.element(dialog()).toHaveAttribute("data-phase", "saving");
      await page.getByRole("button", { name: "Close" }).click();
      await expect.element(dialog()).not.toBeInTheDocument();
      await commands.routeFaults([]);
      await waitUntil(() => outcomes.length > 0);
      expect(connections()).toEqual(["polite: Google Calendar is connected."]);
    });
  });
});
