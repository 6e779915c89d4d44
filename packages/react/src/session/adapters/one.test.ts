import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ConnectSession } from "../connect-session.ts";
import type { AuthKitPageOptions } from "./authkit-adapter.ts";
import { authKit } from "./one.ts";

// The adapter uses no React hook.
const { useOpenFrame: openerFor } = authKit;

let parent: HTMLElement;

beforeEach(() => {
  parent = document.createElement("div");
  document.body.append(parent);
});
afterEach(() => {
  parent.remove();
  vi.unstubAllGlobals();
});

function openFrame(options: Partial<AuthKitPageOptions> = {}, frameOptions: object = {}) {
  const session = { frameOptions: () => frameOptions } as unknown as ConnectSession;
  const given: AuthKitPageOptions = {
    token: { url: "https://product.test/token", headers: { authorization: "Bearer ticket" } },
    baseUrl: "https://auth.withone.test",
    appTheme: "dark",
    title: undefined,
    imageUrl: undefined,
    companyName: undefined,
    selectedConnection: "Gmail",
    showNameInput: false,
    ...options,
  };
  const open = openerFor(given, session);
  return open({ parent, title: "Sign in to Gmail", allow: "clipboard-write" });
}

const dataOf = ({ src }: HTMLIFrameElement) => new URL(src).searchParams.get("data") ?? "";
const payloadOf = (frame: HTMLIFrameElement) => JSON.parse(atob(dataOf(frame)));

test("opens One's page in a frame of its own, which gets its attributes before it navigates", () => {
  const { element, remove } = openFrame();
  expect(element.parentElement).toBe(parent);
  expect(element).toMatchObject({
    title: "Sign in to Gmail",
    referrerPolicy: "no-referrer",
    allow: "clipboard-write",
    id: "",
  });
  expect(element.style).toMatchObject({ pointerEvents: "auto", colorScheme: "light" });
  expect(new URL(element.src).origin).toBe("https://auth.withone.test");
  expect(payloadOf(element)).toEqual({
    linkTokenEndpoint: "https://product.test/token",
    linkHeaders: { authorization: "Bearer ticket" },
    selectedConnection: "Gmail",
    showNameInput: false,
    appTheme: "dark",
    capabilities: { oauthRedirect: false },
  });
  remove();
  expect(parent.childElementCount).toBe(0);
});

test.for(["Łódź", "連接", "🚀", "Café"])("tells One's page the text %s unchanged", (title) => {
  const { element } = openFrame({ title, companyName: title });
  expect(payloadOf(element)).toMatchObject({ title, companyName: title });
  expect(dataOf(element)).toMatch(/^[\w+/=]+$/);
});

test("asks One's page for the same window if the product does", () => {
  const { element, redirectToProvider } = openFrame({}, { authWindow: "same" });
  expect(payloadOf(element).capabilities).toEqual({ oauthRedirect: true });
  expect(redirectToProvider).toBeTypeOf("function");
});

test("asks for the same window on a phone, unless the product asks for a popup", () => {
  vi.stubGlobal("matchMedia", (query: string) => ({ matches: query === "(pointer: coarse)" }));
  expect(openFrame().redirectToProvider).toBeTypeOf("function");
  expect(openFrame({}, { authWindow: "popup" }).redirectToProvider).toBeUndefined();
});

test("tells One's page which sign-in the page has returned from", () => {
  const { element } = openFrame({}, { checkState: "state" });
  expect(payloadOf(element)).toMatchObject({ checkState: "state" });
});
