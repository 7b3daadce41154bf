/** The page on which one enters the application. Signing the register of a meeting is another act, with other words. */
export const signInWords = {
  title: "Sign in",
  lead: "For the people of a Community Safety Partnership who meet about cases.",
  email: "Email address",
  password: "Password",
  button: "Sign in",
  wrong: { title: "The email address or password is wrong", text: "Check both and try again. After several wrong tries the answer takes longer." },
  demonstrationTitle: "Look round the demonstration",
  demonstrationLead: "Everything in it is invented. Choose whom to sign in as; nobody needs a password.",
  parts: { office: "Chairs and coordinators", agency: "Agencies round the table", councillor: "Councillors", partnership: "Officers of the partnership" },
  as: (who: string) => `Sign in as ${who}`,
} as const;
