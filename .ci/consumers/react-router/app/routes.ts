import { index, type RouteConfig, route } from "@react-router/dev/routes";

export default [
  index("routes/integrations.tsx"),
  route("api/connect/*", "routes/connect.ts"),
] satisfies RouteConfig;
