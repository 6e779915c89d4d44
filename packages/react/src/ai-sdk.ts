export {
  type Chat,
  ChatConnectRequest,
  type ChatConnectRequestProps,
  type ChatMessage,
} from "./connect-request/chat-connect-request.tsx";
