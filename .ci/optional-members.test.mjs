import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { findStrictMembers } from "./optional-members.mjs";

const folders = [];

/** A package with one source. */
function packageOf(text) {
  const root = mkdtempSync(join(tmpdir(), "members-"));
  folders.push(root);
  const path = join(root, "packages/react/src/x.ts");
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return root;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

describe("an optional member of a type", () => {
  it("takes undefined everywhere in the packages", () => {
    expect(findStrictMembers(process.cwd())).toEqual([]);
  });

  it.each([
    ["a property", "export interface Props { readonly label?: string }"],
    ["a callback", "export interface Props { onOpen?: () => void | undefined }"],
    ["a method", "export interface Props { onOpen?(): void }"],
    ["a property of an alias", "export type Props = { root: string } & { label?: string | null }"],
    ["a property of a parameter", "export function open(options: { label?: string }) {}"],
    ["a mapped type", "export type Texts = { [Name in 'a' | 'b']?: string }"],
    ["a Partial", "export interface Props { limits: readonly Partial<Limits>[] | undefined }"],
    ["a Partial that is extended", "export interface Props extends Partial<Limits> {}"],
    ["a field of a class", "export class Problem { readonly code?: string }"],
  ])("is found when %s does not", (_name, text) => {
    expect(findStrictMembers(packageOf(text))).toHaveLength(1);
  });

  it.each([
    ["a property", "export interface Props { label?: string | null | undefined }"],
    ["a callback", "export interface Props { onOpen?: (() => void) | undefined }"],
    ["an unknown value", "export interface Props { cause?: unknown }"],
    ["a mapped type", "export type Texts = { [Name in 'a' | 'b']?: string | undefined }"],
    ["a mapped type without options", "export type Texts = { [Name in keyof T]-?: T[Name] }"],
    ["a required property", "export interface Props { onOpen: () => void }"],
  ])("is not found when %s takes it", (_name, text) => {
    expect(findStrictMembers(packageOf(text))).toEqual([]);
  });
});
