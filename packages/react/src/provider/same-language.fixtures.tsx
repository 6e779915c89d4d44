import { useMessagesContext } from "../messages/messages-context.ts";
import { ConnectProvider } from "./connect-provider.tsx";
import type { ConnectProviderProps } from "./connect-provider-props.ts";

/** A provider with the language of the one around it, so that a story follows the toolbar. */
export function SameLanguageProvider(props: Omit<ConnectProviderProps, "viewerKey">) {
  const { locale, messages } = useMessagesContext();
  return <ConnectProvider locale={locale} messages={messages} {...props} viewerKey="ann" />;
}
