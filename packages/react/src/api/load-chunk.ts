import { ConnectError } from "./connect-error.ts";

/**
 * Loads code that the page did not begin with.
 * @throws ConnectError `network` when it cannot be had: offline, or deployed anew meanwhile.
 */
export const loadChunk = <Part>(load: () => Promise<Part>): Promise<Part> =>
  load().catch((cause) => {
    throw new ConnectError(
      "network",
      "authkit-ui: a part of its code could not be loaded. Try again, or reload the page if the " +
        "site was deployed anew.",
      { cause },
    );
  });
