import type { Provider } from "./provider.ts";

const contacts = [
  {
    id: "101",
    properties: { email: "priya@halyard.example", firstname: "Priya", lastname: "Nair" },
  },
  {
    id: "102",
    properties: { email: "tomas@pomelo.example", firstname: "Tomás", lastname: "Vidal" },
  },
] as const;

/** HubSpot's CRM API: the account and its contacts (developers.hubspot.com/docs/api). */
export const hubspot: Provider = {
  actions: [
    { title: "Get Account Details", method: "GET", path: "/account-info/v3/details" },
    { title: "List Contacts", method: "GET", path: "/crm/v3/objects/contacts" },
    { title: "Get Contact", method: "GET", path: "/crm/v3/objects/contacts/{{contactId}}" },
  ],
  answer({ method, path, account }) {
    const contact = contacts.find(({ id }) => path === `crm/v3/objects/contacts/${id}`);
    if (method === "GET" && contact) return Response.json(contact);
    switch (`${method} ${path}`) {
      case "GET account-info/v3/details":
        return Response.json({
          portalId: 4_820_117,
          accountType: "STANDARD",
          timeZone: "Europe/London",
          companyCurrency: "GBP",
          uiDomain: account,
        });
      case "GET crm/v3/objects/contacts":
        return Response.json({ results: contacts });
      default:
        return Response.json(
          { status: "error", message: "resource not found", category: "OBJECT_NOT_FOUND" },
          { status: 404 },
        );
    }
  },
};
