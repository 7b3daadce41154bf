import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { FollowLinks } from "./follow-links.client.tsx";
import "./globals.css";

export const metadata: Metadata = {
  robots: { index: false, follow: false },
  icons: { icon: "/favicon.svg" },
  formatDetection: { telephone: false, date: false, address: false, email: false },
};

export const viewport: Viewport = { colorScheme: "light dark" };

/** Every page is drawn at its request: a page made beforehand has no nonce, and the content security policy would stop its scripts. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection();
  const theme = (await cookies()).get("theme")?.value;
  return (
    <html lang="en-GB" data-theme={theme === "light" || theme === "dark" ? theme : undefined}>
      <body>
        {children}
        <FollowLinks />
      </body>
    </html>
  );
}
