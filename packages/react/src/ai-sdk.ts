export {
  ChatConnectRequest,
  type ChatConnectRequestProps,
  type ChatHelpers,
  type ChatMessage,
  hasConnectionRequest,
} from "./connect-request/chat-connect-request.tsx";
