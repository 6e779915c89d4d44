import { createConnectServer } from "@authkit-ui/server";
import { createNodeListener } from "@authkit-ui/server/node";
import { createPgliteStore } from "@authkit-ui/server/pglite";
import express from "express";

const connect = createConnectServer({
  secret: process.env.PICA_SECRET_KEY,
  authenticate: () => ({ user: "u_bootstrap" }),
  store: createPgliteStore(),
  pica: { baseUrl: process.env.PICA_BASE_URL },
  authKitOrigins: [process.env.AUTHKIT_ORIGIN],
});

const app = express();
app.use("/api/connect", createNodeListener(connect));
app.use(express.static("dist"));
app.listen(Number(process.env.PORT), "localhost");
