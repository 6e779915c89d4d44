/** Not `*.localhost`: Node resolves those names by DNS, so they may lead elsewhere. */
const loopbackHosts = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Whether nobody on the way can read or change what is sent to or loaded from the URL. */
export const isSecureUrl = ({ protocol, hostname }: URL) =>
  protocol === "https:" || (protocol === "http:" && loopbackHosts.has(hostname));
