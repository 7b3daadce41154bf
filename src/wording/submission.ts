/** What any form may be answered with, whatever it is about. */
export const submissionWords = {
  signedOut: { title: "You were signed out", text: "What you wrote is still here. Sign in again in another tab, then send it again from this page." },
  secondFactorFirst: { title: "Set up a second factor first", text: "Your office now needs more than a password. What you wrote is still here. Set it up in another tab, then send this again from here." },
  somebodyElses: { title: "This page was opened by somebody else", text: "You are signed in as another person than the one who opened it. Nothing was saved, and what was written is still here. Its writer signs in in another tab and sends it again from here." },
  forbidden: { title: "You may not do this", text: "Your part in this forum does not allow it. Ask the chair or the coordinator." },
  stale: { title: "This has changed", text: "Someone else changed this while you were writing, or it was sent from here before. What you wrote is still here. Open the page in another tab and compare, then send yours again from here." },
  unreadable: "This form has changed. Load the page again",
};
