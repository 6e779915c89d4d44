import "./missing-apis.ts";

export { type MockConnect, type MockConnectOptions, mockConnect } from "./mock-connect.ts";
