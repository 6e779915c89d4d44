import { screen } from "@testing-library/react";
import { createRef } from "react";
import { expect, test } from "vitest";
import { Product, render } from "../../test/render.tsx";
import { ConnectionBadge } from "./connection-badge.tsx";
import { ConnectorLogo } from "./connector-logo.tsx";

const attributes = {
  id: "mine",
  className: "mine",
  style: { margin: "4px" },
  "data-testid": "root",
  "aria-hidden": true,
  title: "Mail",
};

test("ConnectorLogo forwards its ref and any other attribute to the root element", () => {
  const ref = createRef<HTMLSpanElement>();
  render(
    <Product dir="rtl">
      <ConnectorLogo ref={ref} platform="gmail" name="Gmail" {...attributes} />
    </Product>,
  );
  const root = screen.getByTestId("root");
  expect(ref.current).toBe(root);
  expect(root).toHaveClass("ak", "ak-inline", "mine");
  expect(root).toHaveStyle({ margin: "4px" });
  for (const [name, value] of Object.entries({ id: "mine", title: "Mail", dir: "rtl" })) {
    expect(root).toHaveAttribute(name, value);
  }
  expect(root).toHaveAttribute("aria-hidden", "true");
});

test("ConnectionBadge forwards its ref and any other attribute to the root element, and keeps its own state", () => {
  const ref = createRef<HTMLSpanElement>();
  render(
    <Product>
      <ConnectionBadge ref={ref} state="failed" data-state="mine" {...attributes} />
    </Product>,
  );
  const root = screen.getByTestId("root");
  expect(ref.current).toBe(root);
  expect(root).toHaveClass("ak", "ak-inline", "mine");
  expect(root).toHaveStyle({ margin: "4px" });
  expect(root).toHaveAttribute("id", "mine");
  expect(root).toHaveAttribute("data-state", "failed");
  expect(root).toHaveTextContent("Needs attention");
});
