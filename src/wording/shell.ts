/** The words of every page's frame. */
export const shellWords = {
  product: "Case meetings",
  titleEnd: "Casemoot",
  navigation: { home: "Home", meetings: "Meetings", referrals: "Referrals", cases: "Cases", actions: "Action plan", concerns: "Concerns", escalations: "Escalations", notices: "Notices", audit: "Audit", admin: "Administration" },
  interests: "Interests",
  talks: "Asked to talk",
  signOut: "Sign out",
  demonstrationTag: "Demonstration",
  demonstration: "Every person, place and case here is invented.",
  marking: "OFFICIAL-SENSITIVE",
  footer: "Casemoot is open source, under the MIT licence.",
} as const;
