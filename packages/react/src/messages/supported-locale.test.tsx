import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { connection } from "../connections-list/connections.fixtures.ts";
import { ConnectionsList } from "../connections-list/connections-list.tsx";
import { ConnectorGallery } from "../connector-gallery/connector-gallery.tsx";
import { connectors } from "../connector-gallery/connectors.fixtures.ts";
import { ConnectProvider } from "../provider/connect-provider.tsx";
import { supportedLocale } from "./supported-locale.ts";

const initialData = {
  connectors: connectors.slice(0, 3),
  connections: [connection({ platform: "gmail", createdAt: "2020-03-03T12:00:00Z" })],
};
const show = (locale: string) =>
  render(
    <ConnectProvider viewerKey="ann" locale={locale} initialData={initialData}>
      <ConnectorGallery />
      <ConnectionsList />
    </ConnectProvider>,
  );

beforeEach(() => {
  vi.spyOn(console, "error").mockReturnValue();
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

describe("a `locale` that is not a language tag", () => {
  it.each(["en_US", "", "English (UK)", "x"])(
    "%j: the components sort and format as in English",
    (locale) => {
      show(locale);
      expect(screen.getByRole("button", { name: "Connect Airtable" })).toBeInTheDocument();
      expect(screen.getByText("Added March 3, 2020")).toBeInTheDocument();
    },
  );

  it("is reported in development: what happened, why, and what to do", () => {
    show("en_US");
    const [message] = vi.mocked(console.error).mock.calls[0] ?? [];
    expect(message).toContain('locale="en_US"');
    expect(message).toContain("BCP 47");
    expect(message).toContain('"en-US"');
  });

  it("is not reported in production", () => {
    vi.stubEnv("NODE_ENV", "production");
    expect(supportedLocale("en_US")).toBe("en");
    expect(console.error).not.toHaveBeenCalled();
  });
});

it("leaves a language tag as it is", () => {
  expect(supportedLocale("de-CH")).toBe("de-CH");
  expect(console.error).not.toHaveBeenCalled();
});
