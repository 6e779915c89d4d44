import { html } from "hono/html";
import type { EmulatorState } from "../emulator-state.ts";
import { alertIcon, tickIcon } from "../pages/icons.ts";
import type { OAuthAttempt } from "../sessions/oauth-attempts.ts";

type Content = ReturnType<typeof html>;

const shell = (basePath: string, title: string, content: Content) => html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title}</title>
    <link rel="stylesheet" href="${basePath}/consent.css">
  </head>
  <body>
    <main class="card">${content}</main>
    <footer class="note">A stand-in for the provider's own page, served by the authkit-ui emulator. No real account is touched.</footer>
  </body>
</html>`;

/**
 * The provider asks whether the product may act for one of the person's accounts. It is a plain
 * form without scripts, as it has to work before anything else does.
 *
 * @param state The `state` as it came, which may hold a return address.
 */
export function consentPage(
  emulator: EmulatorState,
  attempt: OAuthAttempt,
  state: string,
): Content {
  const { connector, companyName } = attempt;
  const app = companyName || "This app";
  return shell(
    emulator.basePath,
    `Sign in – ${connector.name}`,
    html`
      <div class="marks"><span class="logo-plate large"><img src="${connector.logo}" alt=""></span></div>
      <h1>Allow <b>${app}</b> to access your ${connector.name} account?</h1>
      <form method="post">
        <input type="hidden" name="state" value="${state}">
        <fieldset>
          <legend>Choose an account</legend>
          ${emulator.options.accounts.map(
            ({ name, email }, index) => html`
          <label class="account">
            <input type="radio" name="account" value="${email}"${index === 0 ? html` checked` : ""}>
            <span class="avatar" aria-hidden="true">${name.slice(0, 1)}</span>
            <span class="who"><span>${name}</span><span class="hint">${email}</span></span>
          </label>`,
          )}
        </fieldset>
        <div class="scopes">
          <p>${app} will be able to:</p>
          <ul>
            <li>See your ${connector.name} profile and account address</li>
            <li>Read and change your ${connector.name} data on your behalf</li>
          </ul>
        </div>
        <div class="actions">
          <button class="button quiet" name="decision" value="deny">Cancel</button>
          <button class="button" name="decision" value="allow">Allow</button>
        </div>
      </form>`,
  );
}

/** Where the popup ends; it closes itself where the browser lets it. */
export function donePage(basePath: string, { connector, outcome }: OAuthAttempt): Content {
  const isConnected = outcome.status === "connected";
  const title = isConnected ? `${connector.name} is connected` : "Nothing was connected";
  const text = outcome.status === "failed" ? outcome.message : "You can close this window now.";
  return shell(
    basePath,
    title,
    html`
      <div class="marks"><span class="badge ${isConnected ? "good" : "bad"}">${isConnected ? tickIcon : alertIcon}</span></div>
      <h1>${title}</h1>
      <p class="text">${text}</p>
      <script src="${basePath}/consent.js"></script>`,
  );
}

/** For a sign-in that the emulator does not know, or no longer. */
export const lostPage = (basePath: string): Content =>
  shell(
    basePath,
    "This sign-in is over",
    html`
      <div class="marks"><span class="badge bad">${alertIcon}</span></div>
      <h1>This sign-in is over</h1>
      <p class="text">It was finished before, or it was never started. Close this window and start again from the app.</p>`,
  );
