import { connect } from "../connect.server";
import type { Route } from "./+types/connect";

/** Reads come to a loader, everything else to an action; the handler answers both. */
export const loader = ({ request }: Route.LoaderArgs) => connect.handler(request);
export const action = ({ request }: Route.ActionArgs) => connect.handler(request);
