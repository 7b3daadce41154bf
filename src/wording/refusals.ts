import type { Facts, RefusalCode } from "@/domain/kernel/outcome.ts";

/** `asks`: the tick box, with what it carries, by which a person may say so all the same. */
type Words = { title: string; text: string; asks?: { name: string; value: string } };
const listed = (value: Facts[string] | undefined) => (Array.isArray(value) ? value.join(", ") : String(value ?? ""));
const carried = (value: Facts[string] | undefined) => (Array.isArray(value) ? value.join("|") : "");
/** "Item 4", "Items 4, 5 and 7": nothing where there is none. */
const lacking = (value: Facts[string] | undefined, say: (items: string) => string) => {
  if (!Array.isArray(value) || value.length === 0) return "";
  return say(value.length === 1 ? `Item ${value[0]}` : `Items ${value.slice(0, -1).join(", ")} and ${value.at(-1)}`);
};

/** What a person is told when a rule refuses: what stands in the way, then what to do. */
export const refusalWords: Record<RefusalCode, (facts: Facts) => Words> = {
  "meeting.alreadyThatMonth": () => ({ title: "There is already an ordinary meeting that month", text: "Choose another month, or schedule an extraordinary meeting." }),
  "meeting.inThePast": () => ({ title: "The meeting must be in the future", text: "Choose a day and time that are still to come." }),
  "meeting.notInThisState": () => ({ title: "The meeting has moved on", text: "Open the meeting again to see where it is now." }),
  "meeting.overLimit": ({ minutes, limit }) => ({ title: `The agenda is planned for ${minutes} minutes, over the limit of ${limit}`, text: "Give a reason to publish it all the same." }),
  "meeting.doorsNotYet": ({ from }) => ({ title: "The doors can't open yet", text: `They can open at most 60 minutes before the start: from ${listed(from)}.` }),
  "meeting.doorsShut": () => ({ title: "The register is not open", text: "The chair opens the doors at most 60 minutes before the start, and the register closes with the meeting." }),
  "meeting.noChair": () => ({ title: "The meeting can't be opened without a chair", text: "Nobody is appointed chair or acting chair of this forum today. Ask the partnership's administrator to appoint one." }),
  "meeting.nobodySigned": () => ({ title: "Sign the register first", text: "Whoever presides signs the register before the meeting opens." }),
  "meeting.notFinished": ({ outcomes, decisions, actionsStillOpen }) => ({
    title: "The meeting can't be closed yet",
    text: [
      lacking(outcomes, (items) => `${items} still without an outcome.`),
      lacking(decisions, (items) => `${items} still without a decision.`),
      lacking(actionsStillOpen, (items) => `${items}: the case can't be closed while an action on it is open.`),
    ].filter(Boolean).join(" "),
  }),
  "meeting.minutesNotCirculated": () => ({ title: "The minutes have not been circulated", text: "Circulate them first, then confirm them at the next meeting." }),
  "meeting.notAtTheNextMeeting": () => ({ title: "Minutes are confirmed at the next meeting", text: "They are confirmed while that meeting is in session, on its item for the minutes of the last meeting." }),
  "minute.decisionStands": () => ({ title: "What the meeting decided stands", text: "The meeting is closed. Only the notes and the reason are corrected until the minutes are sent." }),
  "register.alreadySigned": ({ at }) => ({ title: "You have already signed", text: `Your signature was made at ${listed(at)}.` }),
  "register.inApologies": () => ({ title: "Apologies can't be sent after signing the register", text: "Whoever has signed is present." }),
  "register.notInAdvance": () => ({ title: "Signing in advance is over, or has not begun", text: "It lasts from the publication of the agenda to the start of the meeting." }),
  "register.noSeat": () => ({ title: "Only members of this forum sign its register", text: "Ask the coordinator about a seat on the forum." }),
  "invitation.hasSeat": () => ({ title: "They sit on this forum", text: "Members and the chair's office sign the register. Ask in only people without a seat." }),
  "invitation.alreadyInvited": () => ({ title: "They are asked in already", text: "Each person is asked in to an item once." }),
  "meeting.recusedFromItem": () => ({ title: "You can't close this meeting yet", text: "You are recused from an item of it, which somebody else has still to conclude: the deputy, or the chair where it is the deputy who is recused." }),
  "recusal.already": () => ({ title: "They are recused from this case already", text: "To change how, lift the recusal first, with a reason." }),
  "recusal.officeOpenly": () => ({ title: "Whoever runs the meetings of the forum is recused openly", text: "The chair, deputy and coordinator have to know which items they hand over." }),
  "recusal.oneself": () => ({ title: "Nobody decides on their own recusal", text: "Declare your interest on the meeting's interests page. Lifting it is for the chair, and for the deputy where it is the chair's own." }),
  "recusal.lifted": () => ({ title: "The recusal is lifted already", text: "The case is open to them again." }),
  "recusal.noSeat": () => ({ title: "They have no seat on this forum", text: "Choose somebody who sits on it." }),
  "departure.notSigned": () => ({ title: "They have not signed the register", text: "Only somebody who is in the room can leave it." }),
  "departure.alreadyOut": () => ({ title: "They are out of the room already", text: "Record first that they came back." }),
  "departure.notOut": () => ({ title: "They are not out of the room", text: "Whoever leaves for an item they are recused from is back when the next one is taken." }),
  "case.notOpen": () => ({ title: "The case is not open", text: "Open the case again to see where it is now." }),
  "case.actionsStillOpen": ({ open }) => ({ title: "The case still has open actions", text: `Finish or cancel them first: ${open} open.` }),
  "case.twinNamesSomeone": ({ words }) => ({
    title: "The title or summary names someone",
    text: `Say it without these words, which would show who or where it is: ${listed(words)}. Where they name nobody, say so below.`,
    asks: { name: "namesNobody", value: carried(words) },
  }),
  "purpose.ownAsking": () => ({ title: "A second person agrees", text: "Ask another information governance officer, or the chair of the forum." }),
  "purpose.alreadyAgreed": () => ({ title: "It is agreed already", text: "One second person is enough." }),
  "purpose.over": () => ({ title: "Its last day has passed", text: "Ask again, with new dates." }),
  "address.namedInTwin": ({ words }) => ({ title: "The title or summary names the address", text: `Change the case first, so that it says none of these words: ${listed(words)}.` }),
  "address.showIdentitiesFirst": () => ({ title: "Show the identities first", text: "Go to the case, say why you need to see who it is, then do this within 15 minutes." }),
  "address.showFirst": () => ({ title: "Show the withheld address first", text: "Whoever corrects it is named on it. Go to the case, say why you need it, then correct it within 15 minutes." }),
  "address.alreadyStored": () => ({ title: "An address is stored already", text: "Name who may be shown it." }),
  "address.readerHasNoSeat": () => ({ title: "They have no seat on this forum", text: "Choose somebody who sits on it or serves it." }),
  "case.alreadyOnAgenda": () => ({ title: "The case is already on this agenda", text: "Each case is taken once at a meeting." }),
  "disclosure.powerDoesNotReach": ({ power, agencies }) => ({
    title: `${listed(power)} does not reach ${listed(agencies)}`,
    text: "Share with the others first. For these agencies select another power, in a second contribution, or record the decision not to share.",
  }),
  "disclosure.lawEnforcementOnly": ({ name, agencies }) => ({
    title: `${listed(name)} is for law enforcement between competent authorities alone`,
    text: `Select another answer, or leave out ${listed(agencies)}.`,
  }),
  "disclosure.partsDoNotMatch": () => ({ title: "The lawful basis and the condition belong to different parts of the law", text: "Part 3 of the Data Protection Act 2018 has its own conditions: choose both from it, or neither." }),
  "gateway.ended": () => ({ title: "It has ended, or will end by then", text: "Add a new one where the law has changed again." }),
  "gateway.alreadyChecked": () => ({ title: "It is marked as checked already", text: "Open the gateways again to see them as they are now." }),
  "gateway.alreadyRecipient": () => ({ title: "That kind of agency is on its list already", text: "End the earlier one first, where the law has changed." }),
  "gateway.reachesAnybody": () => ({ title: "It is not bound to kinds of agency", text: "Where the law has changed, end it and add one that is." }),
  "action.illegalMove": () => ({ title: "The action has moved on", text: "Open the action again to see where it is now." }),
  "action.wordingNamesSomeone": ({ words }) => ({
    title: "The action without names names someone",
    text: `Say it without these words, which would show who or where it is: ${listed(words)}. Where they name nobody, say so below it.`,
    asks: { name: "namesNobody", value: carried(words) },
  }),
  "action.notOpen": () => ({ title: "The action is not open", text: "Colleagues help while an action is open to its owner." }),
  "action.ownerHasNoSeat": () => ({ title: "The owner has no seat on this forum", text: "Choose somebody who sits on it." }),
  "organisation.notInDemonstration": () => ({ title: "A demonstration asks nobody outside", text: "Here only an issuer on this machine can be added. In an installation of your own it can be any." }),
  "organisation.already": () => ({ title: "That sign-in is there already", text: "Open it to change its domains or its secret." }),
  "organisation.ended": () => ({ title: "That organisation’s sign-in has ended", text: "Add it again if its people shall sign in with it." }),
  "request.alreadyAdmitted": () => ({ title: "They are admitted already", text: "Open the requests again to see how they stand now." }),
  "request.alreadyDecided": () => ({ title: "It is decided already", text: "Open the requests again to see how they stand now." }),
  "request.noAddress": () => ({ title: "Their organisation gave no email address", text: "Add them to the directory first, then admit them as somebody who is there." }),
  "request.addressTaken": () => ({ title: "Somebody has that email address already", text: "Admit them as somebody who is in the directory, or ask your operator." }),
  "mail.over": () => ({ title: "This email can't go again", text: "What it brought is over. Start again from the person, such as with a new invitation." }),
  "request.oneself": () => ({ title: "Nobody links another account to their own", text: "Ask another administrator." }),
  "directory.oneself": () => ({ title: "Nobody decides on their own offices, seats or leaving", text: "Ask another administrator of the partnership." }),
  "directory.emailTaken": () => ({ title: "This email address can't be used", text: "Look whether they are on the list of people already, among those who have left too. If not, use another address of theirs." }),
  "directory.over": () => ({ title: "It has ended already", text: "Open the person again to see what they hold now." }),
  "person.hasLeft": () => ({ title: "They have left", text: "Record first that they have come back." }),
  "person.hasNotLeft": () => ({ title: "They have not left", text: "Open the person again to see how it stands." }),
  "account.alreadyThere": () => ({ title: "They have an account already", text: "They can ask for a new password on the page where they sign in." }),
  "account.notInvited": () => ({ title: "No invitation is open", text: "It was used, withdrawn, or its seven days are over. Open the person again to see how it stands." }),
  "account.ownFactor": () => ({ title: "Nobody resets their own second factor here", text: "Set up another on your account page, or ask another administrator." }),
  "account.noFactor": () => ({ title: "They have no second factor", text: "There is nothing to reset. Open the person again to see how they sign in." }),
  "appointment.chairAlready": ({ name, from, until }) => ({
    title: "A forum has one chair on any day",
    text: `${listed(name)} is its chair from ${listed(from)}${until ? ` to ${listed(until)}` : ", with no last day"}. End that appointment first, or choose other dates.`,
  }),
  "appointment.already": () => ({ title: "They hold this office of the forum on some of these days", text: "Choose other dates, or end the earlier appointment first." }),
  "seat.already": () => ({ title: "They have a seat for this agency on some of these days", text: "Change that seat, or end it first. For another agency they can have a seat of its own." }),
  "seat.contactAlready": ({ name }) => ({ title: "The agency has a named contact on this forum", text: `${listed(name)} is its named contact on some of these days. An agency has one: change that seat first.` }),
  "office.already": () => ({ title: "They hold this office on some of these days", text: "Choose other dates, or end the earlier one first." }),
  "ward.already": () => ({ title: "They represent a ward on some of these days", text: "A councillor represents one ward at a time. End the earlier one first, or choose other dates." }),
};
