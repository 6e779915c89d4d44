/** What a feature needs before it starts: one platform, or any one of several. */
export type Requirement =
  | { platform: string; optional?: boolean | undefined }
  | { anyOf: string[]; optional?: boolean | undefined };
