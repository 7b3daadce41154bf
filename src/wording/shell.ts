/** The words of every page's frame. */
export const shellWords = {
  product: "Case meetings",
  titleEnd: "Casemoot",
  navigation: { home: "Home", meetings: "Meetings", cases: "Cases", actions: "Action plan", concerns: "Concerns", audit: "Audit", admin: "Administration" },
  interests: "Interests",
  signOut: "Sign out",
  demonstrationTag: "Demonstration",
  demonstration: "Every person, place and case here is invented.",
  marking: "OFFICIAL-SENSITIVE",
  footer: "Casemoot is open source, under the MIT licence.",
} as const;
