import { expect } from "vitest";
import { page } from "vitest/browser";
import {
  ConnectorGallery,
  type ConnectorGalleryProps,
} from "../src/connector-gallery/connector-gallery.tsx";
import { connectors } from "../src/connector-gallery/connectors.fixtures.ts";
import type { ConnectProviderProps } from "../src/provider/connect-provider-props.ts";
import { Product, render } from "./render.tsx";

export const showGalleryFor = (
  viewer: string,
  props: ConnectorGalleryProps = {},
  product: Partial<ConnectProviderProps> = {},
) =>
  render(
    <Product viewerKey={viewer} {...product}>
      <ConnectorGallery {...props} />
    </Product>,
  );
export const gallery = () => page.getByRole("region", { name: "Add an integration" });
export const search = () => page.getByRole("searchbox", { name: "Search integrations" });
export const cards = () => document.querySelectorAll(".ak-card");
export const names = () =>
  [...document.querySelectorAll(".ak-card-name")].map((one) => one.textContent);
export const card = (name: string) => page.getByRole("listitem").filter({ hasText: name });
export const state = (name: string) =>
  expect.element(gallery()).toHaveAttribute("data-state", name);
/** Data that is there from the start. */
export const fixed = { initialData: { connectors, connections: [] } };
