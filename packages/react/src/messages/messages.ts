import type { ButtonMessages } from "./button-messages.ts";
import type { ConnectionMessages } from "./connection-messages.ts";
import type { GalleryMessages } from "./gallery-messages.ts";
import type { ListMessages } from "./list-messages.ts";
import type { SessionMessages } from "./session-messages.ts";

/**
 * Every text of the kit, in sections, one per part. A text with a value in it is a function, so
 * that each language orders and declines it as it needs.
 */
export interface Messages {
  /** The connect dialog, and the causes of failures wherever they are shown. */
  session: SessionMessages;
  /** A connection's health, in badges, rows and menus. */
  connection: ConnectionMessages;
  button: ButtonMessages;
  list: ListMessages;
  gallery: GalleryMessages;
}

/** The texts that a product gives, without any that are `undefined`. */
export type GivenMessages = Partial<{ [Section in keyof Messages]: Partial<Messages[Section]> }>;

/** A product's own wording: any text of any section. */
export type MessageOverrides = {
  [Section in keyof Messages]?:
    | { [Text in keyof Messages[Section]]?: Messages[Section][Text] | undefined }
    | undefined;
};
