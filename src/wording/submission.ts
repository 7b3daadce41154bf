/** What any form may be answered with, whatever it is about. */
export const submissionWords = {
  signedOut: { title: "You were signed out", text: "What you wrote is still here. Sign in again in another tab, then send it again from this page." },
  forbidden: { title: "You may not do this", text: "Your part in this forum does not allow it. Ask the chair or the coordinator." },
  stale: { title: "This has changed", text: "Someone else changed this while you were writing, or it was sent from here before. What you wrote is still here. Open the page in another tab and compare, then send yours again from here." },
  unreadable: "This form has changed. Load the page again",
};
