export { createNodeListener } from "./node-listener.ts";
export { type Served, type ServeOptions, serve } from "./serve.ts";
