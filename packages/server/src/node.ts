export { createNodeListener, type NodeListenerOptions } from "./node-listener.ts";
export { type Served, type ServeOptions, serve } from "./serve.ts";
