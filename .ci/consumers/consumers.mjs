/**
 * Products that we did not write, each a folder beside this file. `isServerRendered`: its HTML
 * shows the catalog before any script runs. `hasDevServer`: it is opened in development too, where
 * React reports every difference between the server's HTML and the first render.
 */
export const consumers = [
  { folder: "vite-tailwind", title: "Vite, React 19, Tailwind CSS 4" },
  { folder: "vite-bootstrap", title: "Vite, React 18.3, Bootstrap 5, Express" },
  { folder: "strict-csp", title: "esbuild, strict CSP, Trusted Types" },
  {
    folder: "react-router",
    title: "React Router 7 framework mode",
    isServerRendered: true,
    hasDevServer: true,
  },
  { folder: "next", title: "Next.js 16 App Router, CSP by nonce", isServerRendered: true },
];
