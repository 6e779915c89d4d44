import { createRouteHandlers } from "@authkit-ui/server/next";
import { connect } from "../../../../lib/connect";

export const { GET, POST, PATCH, DELETE, OPTIONS } = createRouteHandlers(connect);
