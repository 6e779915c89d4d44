export * from "./headless.ts";
