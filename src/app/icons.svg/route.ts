import { iconSheet } from "@/ui/icons/icon-sheet.ts";

// made once, when the application is built: it is the same for everybody
export const dynamic = "force-static";

/** The drawings that icons show. Its address says its edition, so browsers may keep it. */
export const GET = () => new Response(iconSheet, { headers: { "content-type": "image/svg+xml", "cache-control": "public, max-age=31536000, immutable", "x-content-type-options": "nosniff" } });
