/**
 * The tag of stories that run in every mode: the boards, which hold every state, and both dialogs.
 */
export const everyMode = "every-mode";
