import { html, raw } from "hono/html";
import type { Generation } from "../options.ts";
import {
  alertIcon,
  backIcon,
  chevronIcon,
  closeIcon,
  searchIcon,
  tickIcon,
} from "../pages/icons.ts";
import type { PageConfig } from "./client/protocol.ts";
import { escapeJson } from "./escape-json.ts";

const names: Record<Generation, string> = { pica: "Pica AuthKit", one: "One Auth" };

/** The hosted AuthKit page; `client/` brings it to life. */
export const hostedPage = (
  theme: "light" | "dark",
  generation: Generation,
  config: PageConfig,
) => html`<!doctype html>
<html lang="en" data-theme="${theme}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <title>Connect an account</title>
    <link rel="stylesheet" href="${config.basePath}/authkit.css">
  </head>
  <body>
    <main class="sheet">
      <header class="header">
        <img class="brand" data-part="image" alt="" hidden>
        <h1 data-part="title">Connect an account</h1>
        <button class="icon-button" type="button" data-part="close" aria-label="Close">${closeIcon}</button>
      </header>
      <div class="body">
        <section class="centred" data-view="loading" aria-busy="true">
          <span class="spinner"></span>
          <p role="status" data-focus tabindex="-1">Loading…</p>
        </section>
        <section class="list-view" data-view="list" aria-label="Connectors" hidden>
          <div class="search" role="search">
            <label class="visually-hidden" for="search">Search connectors</label>
            ${searchIcon}
            <input class="input" id="search" type="search" data-part="search" data-focus placeholder="Search" autocomplete="off" spellcheck="false">
          </div>
          <div class="scroller">
            <ul data-part="list"></ul>
            <p class="no-match" data-part="no-match" hidden>No connector matches “<bdi data-part="searched"></bdi>”.</p>
          </div>
        </section>
        <section class="centred" data-view="connector" hidden>
          <span class="logo-plate large"><img data-part="connector-logo" alt=""></span>
          <h2 data-part="connector-title" data-focus tabindex="-1"></h2>
          <p data-part="connector-text"></p>
          <form class="form" data-part="form" novalidate>
            <div class="fields" data-part="fields"></div>
            <p class="alert" data-part="form-error" role="alert" hidden></p>
            <button class="button wide" type="submit" data-part="submit">Connect</button>
            <button class="button quiet wide" type="button" data-part="back">${backIcon} All connectors</button>
          </form>
        </section>
        <section class="centred" data-view="waiting" hidden>
          <span class="spinner"></span>
          <h2 data-part="waiting-title" data-focus tabindex="-1"></h2>
          <p>It opened in a window of its own. This page goes on as soon as you are done there.</p>
          <div class="actions">
            <button class="button quiet" type="button" data-part="cancel">Cancel</button>
          </div>
        </section>
        <section class="centred" data-view="connected" hidden>
          <span class="badge good">${tickIcon}</span>
          <h2 data-part="connected-title" data-focus tabindex="-1"></h2>
          <p>You can close this window now.</p>
          <div class="actions">
            <button class="button quiet" type="button" data-part="another">Connect another</button>
            <button class="button" type="button" data-part="done">Done</button>
          </div>
        </section>
        <section class="centred" data-view="problem" role="alert" hidden>
          <span class="badge bad">${alertIcon}</span>
          <h2 data-part="problem-title" data-focus tabindex="-1"></h2>
          <p data-part="problem-text"></p>
          <div class="actions">
            <button class="button quiet" type="button" data-part="problem-close">Close</button>
            <button class="button" type="button" data-part="retry">Try again</button>
          </div>
        </section>
      </div>
      <footer class="footer" data-part="footer">${names[generation]}, emulated on this machine</footer>
      <p class="visually-hidden" role="status" data-part="announcer"></p>
    </main>

    <template id="row-template">
      <li><button class="row" type="button"><span class="logo-plate"><img alt="" loading="lazy" decoding="async" width="21" height="21"></span><span class="name" data-name></span><span class="chevron">${chevronIcon}</span></button></li>
    </template>
    <template id="field-template">
      <div class="field">
        <label></label>
        <input class="input" autocomplete="off" spellcheck="false">
        <p class="hint" data-hint></p>
        <p class="error" data-error hidden></p>
      </div>
    </template>
    <script id="config" type="application/json">${raw(escapeJson(config))}</script>
    <script src="${config.basePath}/authkit.js"></script>
  </body>
</html>`;
