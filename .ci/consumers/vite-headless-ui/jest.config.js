const parser = { syntax: "typescript", tsx: true };

module.exports = {
  testEnvironment: "jsdom",
  testMatch: ["<rootDir>/src/**/*.test.tsx"],
  setupFiles: ["@authkit-ui/react/test-setup"],
  testTimeout: 20_000,
  transform: {
    "\\.[jt]sx?$": [
      "@swc/jest",
      { jsc: { parser, transform: { react: { runtime: "automatic" } } } },
    ],
  },
  // The kit is made of ES modules, which Jest must transform.
  transformIgnorePatterns: ["/node_modules/(?!@authkit-ui/)"],
};
