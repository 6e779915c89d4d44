import type { ConnectorForm, FormField, TokenRow } from "./protocol.ts";
import { copyTemplate, part, setLogo } from "./screen.ts";

/** What the person filled in. */
export interface FormValues {
  name: string;
  credentials: Record<string, string>;
}

/** The form of one connector: a button that leads to the provider, or fields for its keys. */
export interface Form {
  /** Whether people sign in at the provider of the connector shown. */
  isOAuth: boolean;
  fill(row: TokenRow, form: ConnectorForm, options: { asksName: boolean }): void;
  /** Shows an error above the button, or removes it when there is no message. */
  fail(message?: string): void;
  setBusy(isBusy: boolean): void;
}

export function createForm(onSubmit: (values: FormValues) => void): Form {
  const form = part<HTMLFormElement>("form");
  const fields = part("fields");
  const error = part("form-error");
  const submit = part<HTMLButtonElement>("submit");
  let isBusy = false;

  const inputs = () => [...fields.querySelectorAll("input")];
  const setInvalid = (input: HTMLInputElement, text: string) => {
    const message = input.closest(".field")?.querySelector<HTMLElement>("[data-error]");
    if (message) {
      message.textContent = text;
      message.hidden = text === "";
    }
    input.setAttribute("aria-invalid", String(text !== ""));
  };

  const addField = (field: FormField, isRequired: boolean) => {
    const element = copyTemplate("field-template");
    const input = element.querySelector("input");
    const label = element.querySelector("label");
    const hint = element.querySelector<HTMLElement>("[data-hint]");
    const message = element.querySelector<HTMLElement>("[data-error]");
    if (!input || !label || !hint || !message) throw new Error("The field template is incomplete.");
    input.id = `field-${field.name}`;
    input.name = field.name;
    input.type = field.secret ? "password" : "text";
    input.placeholder = field.placeholder ?? "";
    input.required = isRequired;
    label.htmlFor = input.id;
    label.textContent = isRequired ? field.label : `${field.label} (optional)`;
    hint.id = `${input.id}-hint`;
    hint.textContent = field.hint ?? "";
    hint.hidden = !field.hint;
    message.id = `${input.id}-error`;
    input.setAttribute("aria-describedby", `${hint.id} ${message.id}`);
    input.addEventListener("input", () => setInvalid(input, ""));
    fields.append(element);
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (isBusy) return;
    const empty = inputs().filter((input) => input.required && input.value.trim() === "");
    for (const input of empty) {
      const label = input.labels?.[0]?.textContent ?? "a value";
      setInvalid(input, `Enter the ${label}.`);
    }
    if (empty[0]) {
      empty[0].focus();
      return;
    }
    const { connection_name: name = "", ...credentials } = Object.fromEntries(
      inputs().map((input) => [input.name, input.value.trim()]),
    );
    onSubmit({ name, credentials });
  });

  return {
    isOAuth: false,
    fill(row, { oauth, fields: keyFields }, { asksName }) {
      this.isOAuth = oauth;
      setLogo(part<HTMLImageElement>("connector-logo"), row.image);
      part("connector-title").textContent = `Connect ${row.title}`;
      part("connector-text").textContent = oauth
        ? `You'll sign in at ${row.title} and choose what to share.`
        : `Enter the details from your ${row.title} account's settings.`;
      fields.replaceChildren();
      if (asksName) {
        const hint = "Tells several accounts apart.";
        addField({ name: "connection_name", label: "Name", hint }, false);
      }
      if (!oauth) for (const field of keyFields) addField(field, true);
      submit.textContent = oauth ? `Continue to ${row.title}` : "Connect";
      this.fail();
      this.setBusy(false);
    },
    fail(message = "") {
      error.textContent = message;
      error.hidden = message === "";
    },
    setBusy(busy) {
      isBusy = busy;
      submit.setAttribute("aria-disabled", String(busy));
      submit.setAttribute("aria-busy", String(busy));
    },
  };
}
