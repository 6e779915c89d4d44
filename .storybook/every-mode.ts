/** The tag of what is tried in every mode: the boards, which hold every state, and both dialogs. */
export const everyMode = "every-mode";
