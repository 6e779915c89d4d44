export * from "./components.ts";
export * from "./headless.ts";
