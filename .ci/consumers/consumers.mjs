import { pressEachChild } from "./as-child.mjs";
import { meetBrokenAccount } from "./attention.mjs";
import { connectInsideLayer, typeInsideForm } from "./host-layers.mjs";
import { connectInSameWindow } from "./visit.mjs";

/**
 * Products that use the kit, each a folder beside this file. Two run at a time, those with an odd
 * position beside those with an even one, so order them so that both rows take about as long.
 *
 * - `isServerRendered`: its HTML shows the catalog before any script runs.
 * - `hasDevServer`: it is used in development too, where React reports every difference between the
 *   server's HTML and the first render.
 * - `hasDarkSheet`: it imports `dark.css`, so that a class makes the kit dark.
 * - `hasComponentTests`: `component-test/` is copied into it and run by its own `npm test`.
 * - `isOnOne`: it runs on One, without any AuthKit package.
 * - `visits`: what a person does on its pages besides; `inDevelopment`, there too.
 */
export const consumers = [
  {
    folder: "next",
    title: "Next.js 16 App Router, trailing slashes, CSP by nonce",
    isServerRendered: true,
    hasDevServer: true,
    visits: [
      {
        name: "takes buttons of a Server Component by asChild",
        path: "/as-child/",
        act: pressEachChild,
        inDevelopment: true,
      },
      {
        name: "renders a broken account on the server, and answers a link to its Reconnect",
        path: "/attention/?tab=1&ak-reconnect=unknown",
        act: meetBrokenAccount,
        inDevelopment: true,
      },
    ],
  },
  {
    folder: "vite-headless-ui",
    title: "Vite, Headless UI, a form around the kit, Express in CommonJS",
    hasComponentTests: true,
    visits: [
      {
        name: "connects inside a dialog of Headless UI, which stays open",
        act: (page) =>
          connectInsideLayer(page, {
            opener: "Open dialog",
            layer: "#host-dialog",
            name: "HubSpot",
          }),
      },
      {
        name: "connects inside a popover of Headless UI, which stays open",
        act: (page) =>
          connectInsideLayer(page, {
            opener: "Open popover",
            layer: "#host-popover",
            name: "Notion",
          }),
      },
      { name: "keeps what is typed into the kit out of the product's form", act: typeInsideForm },
    ],
  },
  { folder: "vite-tailwind", title: "Vite, React 19, Tailwind CSS 4", hasComponentTests: true },
  {
    folder: "react-router",
    title: "React Router 7 framework mode",
    isServerRendered: true,
    hasDevServer: true,
  },
  {
    folder: "vite-bootstrap",
    title: "Vite, React 18.3, Bootstrap 5, Express",
    hasDarkSheet: true,
  },
  { folder: "strict-csp", title: "esbuild, strict CSP, Trusted Types" },
  {
    folder: "vite-one",
    title: "Vite, One, no package of AuthKit's",
    isOnOne: true,
    visits: [
      {
        name: "connects in the same window, and goes on when the page is back",
        path: "/?authWindow=same",
        act: (page) => connectInSameWindow(page, "Notion"),
      },
    ],
  },
];
