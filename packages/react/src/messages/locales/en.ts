import { attentionEnglish } from "../attention-messages.ts";
import { checklistEnglish } from "../checklist-messages.ts";
import { connectRequestEnglish } from "../connect-request-messages.ts";
import { en as sharedEnglish } from "../en.ts";
import type { Language } from "../messages.ts";
import { reconnectLinkEnglish } from "../reconnect-link-messages.ts";

/** English. */
export const en: Language = {
  ...sharedEnglish,
  attention: attentionEnglish,
  checklist: checklistEnglish,
  connectRequest: connectRequestEnglish,
  reconnectLink: reconnectLinkEnglish,
};
