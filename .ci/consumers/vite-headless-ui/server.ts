import { createConnectServer, createMemoryStore } from "@authkit-ui/server";
import { createNodeListener } from "@authkit-ui/server/node";
import express from "express";

const { AUTHKIT_ORIGIN = "", PICA_BASE_URL, PICA_SECRET_KEY, PORT } = process.env;

const connect = createConnectServer({
  secret: PICA_SECRET_KEY,
  authenticate: () => ({ user: "u_headless" }),
  store: createMemoryStore(),
  pica: { baseUrl: PICA_BASE_URL },
  authKitOrigins: [AUTHKIT_ORIGIN],
});

const app = express();
app.use("/api/connect", createNodeListener(connect));
app.use(express.static("dist"));
app.listen(Number(PORT), "localhost");
