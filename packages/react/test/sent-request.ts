import type { ConnectionRequest } from "@authkit-ui/contract";

/** The request of an assistant as the server put it into the conversation. */
export const sentRequest = (part: Partial<ConnectionRequest> = {}): ConnectionRequest => ({
  id: "request-0",
  platform: "gmail",
  identityType: "user",
  reason: "missing",
  status: "pending",
  action: "gmail.send",
  candidates: [],
  expiresAt: "2030-01-01T00:00:00.000Z",
  ...part,
});
