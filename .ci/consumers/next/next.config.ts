import type { NextConfig } from "next";

const config: NextConfig = {
  turbopack: { root: import.meta.dirname },
  // Production redirects to addresses with a slash, development to those without one.
  trailingSlash: process.env.NODE_ENV === "production",
};
export default config;
