import "@authkit-ui/react/styles.css";
import type { ReactNode } from "react";

export const metadata = { title: "Next.js product" };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
