export {
  ChatConnectRequest,
  type ChatConnectRequestProps,
  type ChatHelpers,
  type ChatMessage,
} from "./connect-request/chat-connect-request.tsx";
