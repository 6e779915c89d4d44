import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { styles } from "../../packages/react/styles.vite.ts";

export default defineConfig({
  plugins: [react(), styles()],
  server: {
    // Vite's own CORS would answer the preflights of `/token` and let every origin in.
    cors: false,
    strictPort: true,
  },
});
