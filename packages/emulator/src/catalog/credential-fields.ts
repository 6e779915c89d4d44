import type { CatalogEntry, CredentialField } from "./catalog-entry.ts";

const key = (label: string, hint?: string): CredentialField => ({
  name: label.toLowerCase().replaceAll(" ", "_"),
  label,
  secret: true,
  hint,
});

const plain = (label: string, placeholder?: string, hint?: string): CredentialField => ({
  name: label.toLowerCase().replaceAll(" ", "_"),
  label,
  secret: false,
  placeholder,
  hint,
});

/** Forms of more than one field, after what each provider's own API asks for. */
const forms: Readonly<Record<string, readonly CredentialField[]>> = {
  "active-campaign": [
    plain("Account URL", "https://acme.api-us1.com", "Settings → Developer"),
    key("API key"),
  ],
  adyen: [key("API key"), plain("Merchant account", "AcmeECOM")],
  "auth0-management": [
    plain("Domain", "acme.eu.auth0.com"),
    plain("Client ID"),
    key("Client secret"),
  ],
  "big-commerce": [plain("Store hash", "stores/abc123"), key("Access token")],
  bluesky: [plain("Handle", "acme.bsky.social"), key("App password")],
  chargebee: [plain("Site", "acme"), key("API key")],
  "click-house": [
    plain("Host", "abc.eu-west-1.aws.clickhouse.cloud"),
    plain("User"),
    key("Password"),
  ],
  cloudinary: [plain("Cloud name", "acme"), plain("API key"), key("API secret")],
  datadog: [key("API key"), key("Application key"), plain("Site", "datadoghq.eu")],
  elasticsearch: [plain("Host", "https://search.acme.example:9200"), key("API key")],
  freshdesk: [plain("Domain", "acme.freshdesk.com"), key("API key")],
  postgresql: [
    plain("Host", "db.acme.example"),
    plain("Port", "5432"),
    plain("Database", "acme"),
    plain("User", "readonly"),
    key("Password"),
  ],
  shopify: [plain("Store", "acme.myshopify.com"), key("Admin API access token")],
  "shopify-admin": [plain("Store", "acme.myshopify.com"), key("Admin API access token")],
  twilio: [plain("Account SID", "AC…"), key("Auth token")],
  woocommerce: [
    plain("Store address", "https://shop.acme.example"),
    key("Consumer key"),
    key("Consumer secret"),
  ],
};

/** The inputs of a connector's key form: one API key unless the provider is known to ask for more. */
export const credentialFields = (entry: CatalogEntry): readonly CredentialField[] =>
  forms[entry.platform] ?? [
    key("API key", `Create one in your ${entry.name} account's API settings.`),
  ];
