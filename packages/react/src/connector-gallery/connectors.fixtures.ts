import type { Connector } from "@authkit-ui/contract";
import {
  type SimpleIcon,
  siAirtable,
  siAsana,
  siBox,
  siCalendly,
  siClickup,
  siDiscord,
  siDropbox,
  siFigma,
  siGithub,
  siGmail,
  siGooglecalendar,
  siHubspot,
  siJira,
  siLinear,
  siNotion,
  siQuickbooks,
  siStripe,
  siTrello,
  siZendesk,
  siZoom,
} from "simple-icons";

const picture = (icon: SimpleIcon | undefined) =>
  icon
    ? `data:image/svg+xml,${encodeURIComponent(
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path fill="#${icon.hex}" d="${icon.path}"/></svg>`,
      )}`
    : null;

const connector = (
  platform: string,
  name: string,
  category: string | null,
  icon?: SimpleIcon,
): Connector => ({
  platform,
  name,
  category,
  image: picture(icon),
  tags: [],
  actionCount: 12,
});

/** A believable part of the catalog, A–Z. */
export const connectors: Connector[] = [
  connector("airtable", "Airtable", "Database", siAirtable),
  connector("asana", "Asana", "Project Management", siAsana),
  connector("attio", "Attio", "CRM"),
  connector("box", "Box", "Document Management", siBox),
  connector("calendly", "Calendly", "Booking & Scheduling", siCalendly),
  connector("clickup", "ClickUp", "Project Management", siClickup),
  connector("discord", "Discord", "Messaging", siDiscord),
  connector("dropbox", "Dropbox", "File Storage", siDropbox),
  connector("figma", "Figma", "Design & Creative", siFigma),
  connector("freshdesk", "Freshdesk", "Helpdesk & Ticketing"),
  connector("front", "Front", "Customer Support"),
  connector("github", "GitHub", "Source Control & Code Hosting", siGithub),
  connector("gmail", "Gmail", "Email", siGmail),
  connector("google-calendar", "Google Calendar", "Booking & Scheduling", siGooglecalendar),
  connector("hubspot", "HubSpot", "CRM", siHubspot),
  connector("jira", "Jira", "Project Management", siJira),
  connector("linear", "Linear", "Project Management", siLinear),
  connector(
    "microsoft-dynamics-365-business-central",
    "Microsoft Dynamics 365 Business Central",
    "Accounting",
  ),
  connector("notion", "Notion", "Notes & Documents", siNotion),
  connector("outlook-calendar", "Outlook Calendar", null),
  connector("pipedrive", "Pipedrive", "CRM"),
  connector("quickbooks", "QuickBooks", "Accounting", siQuickbooks),
  connector("salesforce", "Salesforce", "CRM"),
  connector("slack", "Slack", "Messaging"),
  connector("stripe", "Stripe", "Payments", siStripe),
  connector("trello", "Trello", "Project Management", siTrello),
  connector("zendesk", "Zendesk", "Helpdesk & Ticketing", siZendesk),
  connector("zoom", "Zoom", "Meetings", siZoom),
];

/** Made-up connectors, as many as asked for, in 69 categories of which many have few members. */
export const manyConnectors = (count: number): Connector[] =>
  Array.from({ length: count }, (_, index) => {
    const number = String(index).padStart(5, "0");
    const category = index % 97 === 0 ? null : `Category ${(index * index) % 69}`;
    return connector(`made-up-${number}`, `Made Up ${number}`, category);
  });
