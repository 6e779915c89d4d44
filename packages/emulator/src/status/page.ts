import { html } from "hono/html";
import type { Control, OperationName } from "../control/control.ts";
import type { EmulatorState } from "../emulator-state.ts";
import { connectionStates } from "../vault/connection.ts";
import { faultPresets } from "./fault-presets.ts";

const maxRows = 100;

/** A button that does one control operation. It is a form, so that the page needs no script. */
const button = (path: string, operation: OperationName, input: unknown, label: string) => html`
  <form method="post" action="${path}"><input type="hidden" name="operation" value="${operation}"><input type="hidden" name="input" value="${input === undefined ? "" : JSON.stringify(input)}"><button class="chip">${label}</button></form>`;

/** What is connected, what goes wrong, what was asked: the emulator at a glance. */
export function statusPage(emulator: EmulatorState, control: Control) {
  const path = `${emulator.basePath}/__emulator`;
  const { options } = emulator;
  const connections = control.connections().reverse();
  const faults = control.faults();
  const requests = control.requests().reverse();
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>authkit-ui emulator</title>
    <link rel="stylesheet" href="${path}/status.css">
  </head>
  <body>
    <main>
      <header>
        <h1>authkit-ui emulator</h1>
        <p class="hint">A local Pica cloud. Nothing here leaves this machine.</p>
        <p><a href="${path}">Refresh</a></p>
      </header>
      <section>
        <h2>Addresses</h2>
        <dl>
          <div><dt>API and AuthKit</dt><dd><code>${options.origin}</code></dd></div>
          <div><dt>Secret keys</dt><dd>${options.secrets.map((secret) => html`<code>${secret}</code> `)}</dd></div>
          <div><dt>Generation</dt><dd>${options.generation}</dd></div>
          <div><dt>Catalog</dt><dd>${emulator.catalog.all.length} connectors, ${emulator.settings.hiddenPlatforms.size} switched off</dd></div>
          <div><dt>Clock</dt><dd>${control.clock().now}</dd></div>
        </dl>
        <div class="row">
          ${button(path, "advanceClock", { milliseconds: 60_000 }, "Clock + 1 min")}
          ${button(path, "advanceClock", { milliseconds: 86_400_000 }, "Clock + 1 day")}
          ${button(path, "setWhiteLabel", { whiteLabel: !emulator.settings.whiteLabel }, emulator.settings.whiteLabel ? "White label off" : "White label on")}
          ${button(path, "reset", undefined, "Reset everything")}
        </div>
      </section>
      <section>
        <h2>Connections <span class="count">${connections.length}</span></h2>
        ${
          connections.length === 0
            ? html`<p class="hint">None yet. Connect something in your app.</p>`
            : html`
        <div class="table" role="region" aria-label="Connections" tabindex="0"><table>
          <thead><tr><th>Platform</th><th>Identity</th><th>Account</th><th>Environment</th><th>State</th><th>Turn it</th></tr></thead>
          <tbody>${connections.slice(0, maxRows).map(
            (connection) => html`
            <tr>
              <td>${connection.platform}</td>
              <td>${connection.identityType ?? ""} ${connection.identity ?? "–"}</td>
              <td>${connection.account ?? "–"}</td>
              <td>${connection.environment}</td>
              <td>${connection.state}</td>
              <td><div class="row">
                ${connectionStates
                  .filter((state) => state !== connection.state)
                  .map((state) =>
                    button(path, "setConnectionState", { connection: connection.id, state }, state),
                  )}
                ${button(path, "deleteConnection", { connection: connection.id }, "deleted")}
              </div></td>
            </tr>`,
          )}</tbody>
        </table></div>
        ${connections.length > maxRows ? html`<p class="hint">The latest ${maxRows} are shown.</p>` : ""}`
        }
      </section>
      <section>
        <h2>Faults in force <span class="count">${faults.length}</span></h2>
        <ul>${faults.map(
          ({ id, ...fault }) => html`
          <li class="row"><code>${JSON.stringify(fault)}</code> ${button(path, "removeFault", { id }, "Remove")}</li>`,
        )}</ul>
        <h3>Make something go wrong</h3>
        <div class="row">${faultPresets.map(({ label, fault }) => button(path, "addFault", fault, label))}</div>
      </section>
      <section>
        <h2>Requests <span class="count">${requests.length}</span></h2>
        <div class="table" role="region" aria-label="Requests" tabindex="0"><table>
          <thead><tr><th>At</th><th>Request</th><th>Status</th></tr></thead>
          <tbody>${requests.slice(0, maxRows).map(
            ({ at, method, path: asked, status }) => html`
            <tr><td>${at.slice(11, 23)}</td><td><code>${method} ${asked}</code></td><td>${status ?? "–"}</td></tr>`,
          )}</tbody>
        </table></div>
      </section>
    </main>
  </body>
</html>`;
}
