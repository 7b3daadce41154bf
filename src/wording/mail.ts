import { momentInWords } from "@/domain/kernel/dates.ts";
import type { Facts, Template } from "@/domain/mail/rules.ts";

/** Where a mail leads: pages of this installation, and the one-time link where it brings one. */
export type Ways = { page: (path: string) => string; link: { address: string; endsAt: Date } | null };

export type Words<T extends Template> = { subject: string; text: (facts: Facts[T], ways: Ways) => string[] };

const at = (moment: string) => momentInWords(new Date(moment));
const once = (link: Ways["link"]) => (link ? [link.address, `The link works once, until ${momentInWords(link.endsAt)}.`] : []);
const notYou = "If this was not you, tell your administrator now.";

/** Every mail in plain text: subject, then paragraphs. Nobody is addressed by name, and nothing of a case is told (rule 29). */
export const mailWords: { [T in Template]: Words<T> } = {
  "account.invited": {
    subject: "Set up your Casemoot account",
    text: (_, { link }) => [
      "You have been given an account on Casemoot, where case meetings are prepared and recorded. To set it up, choose a password:",
      ...once(link),
      "If you did not expect this email, do nothing. The account stays closed until somebody uses the link.",
    ],
  },
  "account.passwordReset": {
    subject: "Choose a new Casemoot password",
    text: (_, { link }) => [
      "Somebody asked for a new password for your account on Casemoot. To choose one:",
      ...once(link),
      "If you did not ask, do nothing. Your password stays as it is.",
    ],
  },
  "account.passwordChanged": {
    subject: "Your Casemoot password was changed",
    text: (facts) => [`Your password was changed on ${at(facts.at)}. You were signed out everywhere else.`, notYou],
  },
  "account.emailChanged": {
    subject: "Your Casemoot email address was changed",
    text: (facts) => [
      `The email address of your account was changed on ${at(facts.at)}. Email no longer goes to the one before.`,
      "For 7 days after that nobody can choose a new password by email. If you did not expect this, tell your information governance officer and an administrator within those days.",
    ],
  },
  "account.secondFactorSet": {
    subject: "Your Casemoot second factor was set up",
    text: (facts) => [`A second factor was set up for your account on ${at(facts.at)}. Any one before it no longer counts. You were signed out everywhere else.`, notYou],
  },
  "account.secondFactorReset": {
    subject: "Your Casemoot second factor was reset",
    text: (facts) => [`The second factor of your account was reset on ${at(facts.at)}. You set up a new one when you next sign in.`, notYou],
  },
  "access.admitted": {
    subject: "You can now sign in to Casemoot",
    text: (_, { page }) => ["You asked for access to Casemoot with your organisation’s account. An administrator has let you in. Sign in here:", page("/sign-in")],
  },
  "access.linked": {
    subject: "Your organisation’s sign-in now opens Casemoot",
    text: (facts) => [`Since ${at(facts.at)} an account at your organisation opens your Casemoot account.`, notYou],
  },
  "access.asked": {
    subject: "Somebody asks for access to Casemoot",
    text: (_, { page }) => ["Somebody signed in with their organisation’s account and is not known to your partnership. Admit or refuse them:", page("/admin/requests")],
  },
};

/** Ends every mail. */
export const mailEnd = "Casemoot never asks for a password or a code by email. Names and details of cases are never sent by email.";
