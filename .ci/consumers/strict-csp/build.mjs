import { build } from "esbuild";

await build({
  entryPoints: ["src/main.jsx"],
  bundle: true,
  minify: true,
  format: "esm",
  jsx: "automatic",
  outdir: "dist",
  define: {
    "process.env.NODE_ENV": '"production"',
    AUTHKIT_ORIGIN: JSON.stringify(process.env.AUTHKIT_ORIGIN),
  },
});
