/** The scopes that a connector asks for, as One's catalog lists them. */
export interface OAuthScopes {
  scopes: readonly string[];
  /** `null` is OAuth's default, a space. */
  separator: string | null;
}

const google = (...ends: string[]): OAuthScopes => ({
  scopes: ends.map((end) => `https://www.googleapis.com/auth/${end}`),
  separator: null,
});
const spaced = (...scopes: string[]): OAuthScopes => ({ scopes, separator: null });

/**
 * Scopes of well-known platforms, spelled as the providers do. One does not publish which of them
 * its OAuth clients ask for, so the choice is a guess. Other platforms have none.
 */
export const oauthScopes: Readonly<Record<string, OAuthScopes>> = {
  gmail: google("gmail.readonly", "gmail.send"),
  "google-calendar": google("calendar.readonly", "calendar.events"),
  "google-drive": google("drive.file"),
  "google-sheets": google("spreadsheets"),
  "google-docs": google("documents"),
  slack: {
    scopes: ["channels:read", "channels:history", "chat:write", "users:read", "pins:write"],
    separator: ",",
  },
  hubspot: spaced(
    "crm.objects.contacts.read",
    "crm.objects.contacts.write",
    "crm.objects.companies.read",
    "crm.objects.deals.read",
    "oauth",
  ),
  github: spaced("repo", "read:user", "read:org"),
  "outlook-mail": spaced("Mail.Read", "Mail.Send", "User.Read", "offline_access"),
  dropbox: spaced("files.metadata.read", "files.content.read", "files.content.write"),
  // Airtable's own scopes, for which the server has no titles.
  airtable: spaced("data.records:read", "schema.bases:read"),
};
