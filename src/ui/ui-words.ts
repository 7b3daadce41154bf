/** The fixed words of the components, in one place. Everything else a component says comes in by props. */
export const uiWords = {
  added: "Added:",
  removed: "Removed:",
  endOfChange: "End of change.",
  skipToContent: "Skip to main content",
  mainNavigation: "Main",
  account: "Your account",
  footerLinks: "Support links",
  marking: "Marking",
  back: "Back",
  trackerDone: "done",
  trackerNow: "now",
  trackerAhead: "still to come",
  thereIsAProblem: "There is a problem",
  errorPrefix: "Error:",
  saving: "Saving",
  fileTooLarge: "The file must be 900 kB or smaller",
  couldNotSaveTitle: "We could not save this",
  couldNotSaveText: "Keep this page open and try again.",
  day: "Day",
  month: "Month",
  year: "Year",
  show: "Show",
  hide: "Hide",
  showPassword: "Show password",
  hidePassword: "Hide password",
  success: "Success",
  important: "Important",
  information: "Information",
  warning: "Warning",
  problem: "Problem",
  pagination: "Pages",
  previous: "Previous",
  next: "Next",
  page: "Page",
  applyFilters: "Apply filters",
  clearFilters: "Clear filters",
  now: "Now",
} as const;

const grouped = new Intl.NumberFormat("en-GB");

export function characterLimit(limit: number): string {
  return `You can enter up to ${grouped.format(limit)} characters`;
}

export function charactersLeft(limit: number, used: number): string {
  const left = Math.abs(limit - used);
  const characters = left === 1 ? "character" : "characters";
  return used > limit
    ? `You have ${grouped.format(left)} ${characters} too many`
    : `You have ${grouped.format(left)} ${characters} remaining`;
}
