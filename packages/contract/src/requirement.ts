/** What a feature needs: one platform, or any one of several. */
export type Requirement =
  | { platform: string; optional?: boolean | undefined }
  | { anyOf: string[]; optional?: boolean | undefined };
