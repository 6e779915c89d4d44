export { createNodeListener, type NodeListenerOptions } from "./node-listener.ts";
export { type RunningServer, type ServeOptions, serve } from "./serve.ts";
