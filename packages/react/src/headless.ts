export * from "./core.ts";
export { ConnectProvider } from "./provider/connect-provider.tsx";
