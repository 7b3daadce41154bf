// In the order in which one pretends to be another.
const browsers = [["Edg", "Edge"], ["OPR", "Opera"], ["SamsungBrowser", "Samsung Internet"], ["Firefox", "Firefox"], ["FxiOS", "Firefox"], ["CriOS", "Chrome"], ["Chrome", "Chrome"], ["Safari", "Safari"]] as const;
const machines = [["iPhone", "iPhone"], ["iPad", "iPad"], ["Android", "Android"], ["CrOS", "Chromebook"], ["Windows", "Windows"], ["Mac OS X", "Mac"], ["Linux", "Linux"]] as const;

/** "Firefox on Windows": enough to know one's own sessions by, and nothing that follows anybody about. "" where a browser doesn't say. */
export function deviceOf(userAgent: string | null): string {
  const found = (kinds: readonly (readonly [string, string])[]) => kinds.find(([sign]) => userAgent?.includes(sign))?.[1];
  return [found(browsers), found(machines)].filter(Boolean).join(" on ");
}
