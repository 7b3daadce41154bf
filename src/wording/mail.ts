import { dayOf, inWords, momentInWords, timeInWords, withWeekday } from "@/domain/kernel/dates.ts";
import { type Facts, referenceIn, type Template } from "@/domain/mail/rules.ts";

/** Where a mail leads: pages of this installation, and the one-time link where it brings one. `attached`: whether a calendar's file goes with it where there is one. */
export type Ways = { page: (path: string) => string; link: { address: string; endsAt: Date } | null; attached: boolean };

export type Words<T extends Template> = { subject: string; text: (facts: Facts[T], ways: Ways) => string[] };

const at = (moment: string) => momentInWords(new Date(moment));
const once = (link: Ways["link"]) => (link ? [link.address, `The link works once, until ${momentInWords(link.endsAt)}.`] : []);
const inOneLine = ({ reference, startsAt, provisional }: Facts["meeting.invited"]["meeting"]) => `${reference}, ${withWeekday(dayOf(new Date(startsAt)))} at ${timeInWords(new Date(startsAt))}${provisional ? " (provisional)" : ""}`;
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
  "talk.asked": {
    subject: "Somebody asks to talk about a record that you hold",
    text: (_, { page }) => ["Another service may be working on something that you hold too, and asks to talk. Who they are stands here. You decide whether you make yourself known:", page("/talks")],
  },
  "talk.madeKnown": {
    subject: "Somebody whom you asked to talk has made themselves known",
    text: (_, { page }) => ["You asked those who hold something similar to talk. Who has made themselves known, and how to reach them, stands here:", page("/talks")],
  },
  "agenda.published": {
    subject: "The agenda of a meeting is published",
    text: (facts, { page }) => [`The agenda of a meeting on ${at(facts.at)} is published. Read it here:`, page(`/meetings/${facts.meeting}/pack`)],
  },
  "agenda.supplement": {
    subject: "Something was added to the agenda of a meeting",
    text: (facts, { page }) => [`The agenda of a meeting on ${at(facts.at)} has a supplement. It stands in the pack, where it belongs:`, page(`/meetings/${facts.meeting}/pack`)],
  },
  "minutes.circulated": {
    subject: "Minutes are sent for corrections",
    text: (facts, { page }) => [`The minutes of ${facts.meeting} are sent for corrections. Read them here, and say there what is to be corrected:`, page(`/meetings/${facts.meeting}/minutes`)],
  },
  "concern.waits": {
    subject: "A concern waits for the chair",
    text: (facts, { page }) => ["A concern was raised and waits for the chair’s answer. The page says by which day it is promised:", page(`/concerns/${facts.concern}`)],
  },
  "concern.told": {
    subject: "Something was added to a concern",
    text: (facts, { page }) => ["Whoever raised a concern has answered or added to it. Read it here:", page(`/concerns/${facts.concern}`)],
  },
  "concern.passed": {
    subject: "A concern from your ward was passed to you",
    text: (facts, { page }) => ["A resident of your ward spoke to somebody else, who passed it to you. It stands in your surgery log. Raise it with the meeting, or say what you did about it:", page(`/concerns/${facts.concern}`)],
  },
  "concern.recorded": {
    subject: "What you said at a meeting is recorded as a concern",
    text: (facts, { page }) => ["A concern that you brought to a meeting is written down as yours. Read it here, and see how far it has come:", page(`/concerns/${facts.concern}`)],
  },
  "concern.asked": {
    subject: "You are asked for more about a concern",
    text: (facts, { page }) => ["The chair’s office asks you something about a concern that you raised. Answer it here:", page(`/concerns/${facts.concern}`)],
  },
  "concern.decided": {
    subject: "There is an answer to a concern that you raised",
    text: (facts, { page }) => ["The chair has decided about a concern that you raised. The answer and its reason are here:", page(`/concerns/${facts.concern}`)],
  },
  "concern.replied": {
    subject: "You can tell residents about a concern",
    text: (facts, { page }) => ["The chair has approved words that you may use with residents. Read them here, and say there when you have told them:", page(`/concerns/${facts.concern}`)],
  },
  "concern.moved": {
    subject: "A concern that you raised has come further",
    text: (facts, { page }) => ["Something has happened to a concern that you raised. How far it has come, and what you may say of it, stands here:", page(`/concerns/${facts.concern}`)],
  },
  "access.asked": {
    subject: "Somebody asks for access to Casemoot",
    text: (_, { page }) => ["Somebody signed in with their organisation’s account and is not known to your partnership. Admit or refuse them:", page("/admin/requests")],
  },
  "escalation.moved": {
    subject: "An escalation has moved on",
    text: (facts, { page }) => [`${facts.escalation} has moved on, or has come to your board. See here where it stands, and what is yours to do:`, page(`/escalations/${facts.escalation}`)],
  },
  "escalation.askedOnce": {
    subject: "Something is sent to your board",
    text: ({ escalation, by }, { link }) => [
      `${escalation} is sent to your board. It is asked to be on an agenda by ${inWords(by)}. Read it by this link and say when it is listed, or send it back. You need no account. The code that goes with the link is told you by telephone:`,
      ...(link ? [link.address, `The link works until you have said so, at the longest until ${momentInWords(link.endsAt)}.`] : []),
    ],
  },
  "escalation.takenBack": {
    subject: "Something sent to your board is withdrawn",
    text: ({ escalation }) => [`${escalation} is withdrawn by whoever sent it. Your board has nothing more to do with it. If it is on an agenda, take it off. A link that you had for it opens nothing any more.`],
  },
  "escalation.notListed": {
    subject: "An escalation is not on an agenda",
    text: (facts, { page }) => [`${facts.escalation} is not on an agenda of the board that it was sent to, and its time is over. You are reminded each week until it is listed or withdrawn:`, page(`/escalations/${facts.escalation}`)],
  },
  "referral.waiting": {
    subject: "A referral is waiting for an answer",
    text: (facts, { page }) => [`${facts.referral} has been sent to a meeting that you serve, and waits for an answer.`, page(`/referrals/${facts.referral}`)],
  },
  "referral.moreAsked": {
    subject: "Your referral needs something more",
    text: (facts, { page }) => [`The chair’s office has asked for something more on ${facts.referral}. What it is stands in the application.`, page(`/referrals/${facts.referral}`)],
  },
  "referral.answered": {
    subject: "Your referral is answered",
    text: (facts, { page }) => [`There is an answer to ${facts.referral}, with its reason. It stands in the application.`, page(`/referrals/${facts.referral}`)],
  },
  "referral.moved": {
    subject: "Your referral has come further",
    text: (facts, { page }) => [`Something has happened to what ${facts.referral} was about. How far it has come stands in the application.`, page(`/referrals/${facts.referral}`)],
  },
  "meeting.yearPlanned": {
    subject: "Casemoot meetings are planned",
    text: (facts, { page, attached }) => [
      attached ? "These meetings are planned. Open the attached file to put them in your calendar:" : "These meetings are planned:",
      facts.meetings.map(inOneLine).join("\n"),
      "Each meeting’s page says where it is. Say there whether you will come:",
      page("/meetings"),
    ],
  },
  "meeting.joined": {
    subject: "Casemoot meetings for your calendar",
    text: (facts, { page, attached }) => [
      `You now have a place at these meetings${attached ? ". Open the attached file to put them in your calendar:" : ":"}`,
      facts.meetings.map(inOneLine).join("\n"),
      "Each meeting’s page says where it is. Say there whether you will come:",
      page("/meetings"),
    ],
  },
  "meeting.left": {
    subject: "Casemoot meetings to take out of your calendar",
    text: (facts, { attached }) => [`You no longer have a place at these meetings${attached ? ". The attached file takes them out of your calendar:" : ":"}`, facts.meetings.map(inOneLine).join("\n")],
  },
  "meeting.invited": {
    subject: "A Casemoot meeting is planned",
    text: (facts, { page, attached }) => [`${inOneLine(facts.meeting)}.${attached ? " Open the attached file to put it in your calendar." : ""}`, "Its page says where it is. Say there whether you will come:", page(`/meetings/${facts.meeting.reference}`)],
  },
  "meeting.moved": {
    subject: "A Casemoot meeting has changed",
    text: (facts, { page, attached }) => [`It is now ${inOneLine(facts.meeting)}.${attached ? " The attached file changes it in your calendar." : ""}`, "Its page says what has changed, and why:", page(`/meetings/${facts.meeting.reference}`)],
  },
  "meeting.cancelled": {
    subject: "A Casemoot meeting is cancelled",
    text: (facts, { page, attached }) => [`Cancelled: ${inOneLine(facts.meeting)}.${attached ? " The attached file takes it out of your calendar." : ""}`, "Its page says why:", page(`/meetings/${facts.meeting.reference}`)],
  },
  "action.assigned": {
    subject: "You have an action on Casemoot",
    text: ({ action, due }, { page }) => [`You were given action ${action}, due on ${inWords(due)}. Read it, and say whether you take it on:`, page(`/actions/${action}`)],
  },
  "action.answered": {
    subject: "An action waits for the chair",
    text: ({ action }, { page }) => [`Something was said about action ${action} that waits for you:`, page(`/actions/${action}`)],
  },
  "action.decided": {
    subject: "The chair has decided on your action",
    text: ({ action }, { page }) => [`The chair has decided something about action ${action}. Read it here:`, page(`/actions/${action}`)],
  },
  "action.dueSoon": {
    subject: "Your action is due soon",
    text: ({ action, due }, { page }) => [`Action ${action} is due on ${inWords(due)}. Say how it stands:`, page(`/actions/${action}/update`)],
  },
  "action.dueToday": {
    subject: "Your action is due today",
    text: ({ action, due }, { page }) => [`Action ${action} is due today, ${inWords(due)}. Say how it stands:`, page(`/actions/${action}/update`)],
  },
  "action.overdue": {
    subject: "Your action is overdue",
    text: ({ action, due }, { page }) => [`Action ${action} was due on ${inWords(due)}. Say how it stands:`, page(`/actions/${action}/update`)],
  },
  "action.chased": {
    subject: "The chair asks about your action",
    text: ({ action, due, times }, { page }) => [`Action ${action} was due on ${inWords(due)}. The chair asks how it stands. Asked so far: ${times}. Say it here:`, page(`/actions/${action}/update`)],
  },
  "action.chasedManager": {
    subject: "An action of your agency is overdue",
    text: ({ action, due, times }, { page }) => [
      `Action ${action} of your agency was due on ${inWords(due)}. Its owner was asked and has not answered. Asked so far: ${times}. The chair asks you to see that it is answered.`,
      "Whose it is stands among your notices, where you have an account:",
      page("/notices"),
    ],
  },
  "enquiry.asked": {
    subject: "Your agency is asked one question",
    text: ({ enquiry, by }, { page }) => [`${enquiry} asks your agency one question, to be answered by ${inWords(by)}. Sign in to read and answer it:`, page(`/enquiries/${enquiry}`)],
  },
  "enquiry.askedOnce": {
    subject: "Your agency is asked one question",
    text: ({ enquiry, by }, { link }) => [`${enquiry} asks your agency one question, to be answered by ${inWords(by)}. You need no account. The code that goes with the link is told you by telephone:`, ...once(link)],
  },
  "enquiry.answered": {
    subject: "An enquiry is answered",
    text: ({ enquiry }, { page }) => [`There is an answer to ${enquiry}. Read it here:`, page(`/enquiries/${enquiry}`)],
  },
  "bundle.daily": {
    subject: "Your day on Casemoot",
    text: ({ reminder, progress, papers }, { page }) => [
      ...(reminder.length > 0 ? [`Your actions that are due or late (${reminder.length}): ${reminder.join(", ")}`] : []),
      ...(progress.length > 0 ? [`What has moved (${progress.length}): ${progress.join(", ")}`] : []),
      ...(papers.length > 0 ? [`Meetings with something new to read (${papers.length}): ${papers.join(", ")}`] : []),
      "Each stands among your notices:",
      page("/notices"),
    ],
  },
};

type Told = { [T in Template]: { template: T; facts: Facts[T] } }[Template];

/** A mail as a notice: what it says in one line, what it is about, and the page it leads to. */
export function noticeOf({ template, facts }: Told): { subject: string; about: string | null; href: string } {
  const { subject, text } = mailWords[template] as Words<typeof template>;
  const pages: string[] = [];
  text(facts, { page: (path) => { pages.push(path); return path; }, link: null, attached: false });
  const about = "meeting" in facts && typeof facts.meeting === "object" ? facts.meeting.reference : referenceIn(facts);
  return { subject, about, href: pages[0] ?? "/" };
}

/** Ends every mail. */
export const mailEnd = "Casemoot never asks for a password or a code by email. Names and details of cases are never sent by email.";
