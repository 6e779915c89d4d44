export * from "./components.ts";
export * from "./core.ts";
export { ConnectProvider } from "./provider/one-connect-provider.tsx";
