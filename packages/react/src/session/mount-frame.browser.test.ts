import { useAuthKit } from "@picahq/authkit";
import { afterEach, beforeEach, describe, expect, inject, test, vi } from "vitest";
import { commands } from "vitest/browser";
import { waitUntil } from "../../test/wait.ts";
import { mountFrame, unmountFrame } from "./mount-frame.ts";

const authKitOrigin = inject("authKitOrigin");
let parent: HTMLElement;

beforeEach(() => {
  parent = document.createElement("div");
  document.body.append(parent);
});
afterEach(() => parent.remove());

const authKitFor = (texts: { title?: string; companyName?: string } = {}) =>
  useAuthKit({ token: { url: `${location.origin}/token` }, baseUrl: authKitOrigin, ...texts });

const adopt = (open: () => void) =>
  mountFrame({ open, parent, title: "Sign in to Gmail", allow: "clipboard-write" });

const payloadOf = (frame: HTMLIFrameElement) => {
  const data = new URL(frame.src).searchParams.get("data") ?? "";
  return JSON.parse(atob(data));
};

describe("mountFrame", () => {
  test("puts AuthKit's frame into the dialog, named, before its only load", async () => {
    await commands.control(authKitOrigin, "clearRequests");
    const authKit = authKitFor();
    const frame = adopt(authKit.open);
    expect(frame.parentElement).toBe(parent);
    expect(frame.title).toBe("Sign in to Gmail");
    expect(frame.referrerPolicy).toBe("no-referrer");
    expect(frame.allow).toBe("clipboard-write");
    expect(frame.style.pointerEvents).toBe("auto");
    expect(frame.style.colorScheme).toBe("light");
    await waitUntil(() => frame.style.display === "block");
    const requests = await commands.control(authKitOrigin, "requests");
    const pages = (requests as { path: string; headers?: object }[]).filter(
      ({ path }) => path === "/",
    );
    expect(pages).toHaveLength(1);
    unmountFrame(frame, authKit.close);
  });

  test.for(["Łódź", "Подключить", "連接", "🚀", "Café"])(
    "passes the text %s on unchanged",
    (title) => {
      const authKit = authKitFor({ title, companyName: title });
      const frame = adopt(authKit.open);
      expect(payloadOf(frame)).toMatchObject({ title, companyName: title });
      expect(new URL(frame.src).searchParams.get("data")).toMatch(/^[\w+/=]+$/);
      unmountFrame(frame, authKit.close);
    },
  );

  test("gives the page's own functions back, whatever happened", () => {
    const { appendChild } = document.body;
    const { btoa } = window;
    const authKit = authKitFor();
    unmountFrame(adopt(authKit.open), authKit.close);
    expect(() =>
      adopt(() => {
        throw new Error("of its own");
      }),
    ).toThrow("of its own");
    expect(() => adopt(() => {})).toThrow("no frame");
    expect(document.body.appendChild).toBe(appendChild);
    expect(Object.hasOwn(document.body, "appendChild")).toBe(false);
    expect(window.btoa).toBe(btoa);
    expect(Object.hasOwn(document, "getElementById")).toBe(false);
  });

  test("keeps a function that the page had put there itself", () => {
    const own = vi.fn(Node.prototype.appendChild);
    Object.defineProperty(document.body, "appendChild", { value: own, configurable: true });
    const authKit = authKitFor();
    unmountFrame(adopt(authKit.open), authKit.close);
    expect(document.body.appendChild).toBe(own);
    Reflect.deleteProperty(document.body, "appendChild");
  });

  test("leaves no frame behind when AuthKit throws", () => {
    expect(() =>
      adopt(() => {
        document.body.appendChild(document.createElement("iframe"));
        throw new Error("halfway");
      }),
    ).toThrow("halfway");
    expect(document.querySelector("iframe")).toBeNull();
  });

  test("removes the kit's frame, not what the page calls event-link", () => {
    const namesake = document.createElement("a");
    namesake.id = "event-link";
    document.body.prepend(namesake);
    const authKit = authKitFor();
    const frame = adopt(authKit.open);
    unmountFrame(frame, authKit.close);
    expect(frame.isConnected).toBe(false);
    expect(namesake.isConnected).toBe(true);
    namesake.remove();
  });
});
