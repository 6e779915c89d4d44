// The package ships types for its root alone.
declare module "rate-limiter-flexible/lib/RateLimiterMemory.js" {
  // biome-ignore lint/style/noDefaultExport: it is what the CommonJS file gives to an import.
  export { RateLimiterMemory as default } from "rate-limiter-flexible";
}
