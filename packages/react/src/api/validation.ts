import type { Connection } from "@authkit-ui/contract";
import { ConnectError } from "./connect-error.ts";

type Fields = Record<string, unknown>;

export const isRecord = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null;

/** Whether an answer has all of these, as texts that are not empty. */
export const hasStrings = (value: unknown, ...names: string[]): value is Fields =>
  isRecord(value) && names.every((name) => typeof value[name] === "string" && value[name] !== "");

/** Whether it has the fields without which the kit could not show it, or would crash on it. */
export const isConnection = (row: unknown): row is Connection =>
  hasStrings(row, "id", "platform", "state", "createdAt") && isRecord(row.can);

export const invalidAnswer = (what: string) =>
  new ConnectError(
    "invalid_answer",
    `The answer of ${what} is not what @authkit-ui/contract describes. ` +
      "Are the kit and the server of one version?",
  );
