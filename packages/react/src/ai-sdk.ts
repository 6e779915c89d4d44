export {
  ChatConnectRequest,
  type ChatConnectRequestProps,
  type ChatHelpers,
  type ChatMessage,
  isWaitingForConnection,
} from "./connect-request/chat-connect-request.tsx";
