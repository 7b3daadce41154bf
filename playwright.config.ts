import { defineConfig } from "@playwright/test";

const { JOURNEYS_URL, CHROMIUM_PATH, CI } = process.env;
if (!JOURNEYS_URL) throw new Error("Run the journeys by `npm run journeys`, which starts a Casemoot for them.");

export default defineConfig({
  testDir: "e2e/journeys",
  outputDir: "test-results",
  fullyParallel: false,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(CI),
  timeout: 60_000,
  globalTimeout: 25 * 60_000,
  reporter: "list",
  use: {
    baseURL: JOURNEYS_URL,
    locale: "en-GB",
    timezoneId: "Europe/London",
    // what a page does within a second; a wait beyond this is a fault, not a slow machine
    actionTimeout: 15_000,
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: CHROMIUM_PATH,
      args: [
        // Chromium's own sandbox doesn't work for root, nor in most containers.
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
  projects: [{ name: "desktop", use: { viewport: { width: 1440, height: 900 } } }],
});
