import { createHash, randomUUID } from "node:crypto";
import type { Day } from "../../src/domain/kernel/dates.ts";
import type { Insert } from "../insert-rows.ts";

/** The confidentiality declaration on top of every register, version 1. Plain text: a line of its own is a heading, a line that begins with a dash a point. */
const declaration = `Why we meet
This partnership brings together organisations that are responsible for preventing crime and disorder, and for protecting the people whom it harms. In this meeting we speak about real people, homes and places, because no one of us can solve the problem alone. We share what is needed to protect them, and nothing more.

What stays in the room
By signing this register I agree that:
- I use what I hear, read or am given here only for the work that the meeting agrees, and only as far as my own task needs it.
- I don't pass it on outside the meeting, in speech, writing, pictures or social media, unless the chair has agreed to it or the law requires it. That includes my family, my friends, residents, the press and colleagues who have no part in the work.
- I don't record the meeting, photograph papers or screens, or copy papers into other systems. Where my organisation has to keep a record of its own, it keeps only what concerns its own task, says where it came from, and protects it as this partnership does.
- I don't say outside this room who attended, who spoke, or that a person, household or address was discussed at all.
- I tell the chair before an item begins if I know somebody in it, or have an interest in it, and I leave for that item if the chair asks me to.
- I keep to this after the meeting, and after I leave my post or office.

The legal basis
Section 115 of the Crime and Disorder Act 1998 gives a power to disclose information to a relevant authority, or to a person acting on its behalf, where disclosure is necessary or expedient for the purposes of that Act. The relevant authorities include the council, the police, the fire and rescue service, the probation service and the integrated care board.

Section 115 is a power and not a duty, and it doesn't override other law. What is shared must still be:
- fair, lawful, necessary and in proportion under the UK GDPR and the Data Protection Act 2018, with a further condition wherever it is about health, ethnic origin, sexual life, or offences and proceedings;
- in keeping with the Human Rights Act 1998, above all the right to respect for private and family life;
- in keeping with any duty of confidence, such as that between a patient and a clinician, and with any order of a court that protects someone's identity or address.

Not every organisation at this table is a relevant authority. Where one isn't, another power is needed before anything is disclosed to it, and it is for whoever discloses to name that power. If I am not sure, I ask the chair or the information governance officer first, and share the rest later. A decision not to share is recorded as well, with its reason.

If I become aware of something
- If someone is in immediate danger I call 999 first, and tell the chair afterwards.
- If I believe that a child or an adult is at risk of harm, I make a safeguarding referral through my own organisation's procedure on the same day. I don't wait for the next meeting, and this declaration never stands in the way of it.
- If I hear here of an offence, or of something that my organisation has a duty to act on, I tell the chair before I act on it, unless that would put somebody at risk.
- If information from this meeting is lost, sent to the wrong person or spoken of where it shouldn't have been, I tell the chair and the information governance officer as soon as I know, and in any case the same day, whether or not it was my doing.

Councillors
Elected members sit at this meeting as equal members where its terms of reference admit them. The members' code of conduct applies here as it does everywhere: confidential information is not disclosed, and is not used to the advantage or disadvantage of anyone. What may be told to a resident is agreed with the chair first, in words that wouldn't tell the person causing harm anything. That somebody is a resident of my ward, or came to my surgery, gives me no right to see their case outside this meeting.

Records and sight
What I sign here is kept with the time and the version of this declaration that I accepted. Each time I open a case, and each time I am shown who someone is, that is recorded with the reason I give. The papers open to me for this meeting close again when its minutes are confirmed, or 60 days after it ends. People about whom we speak may ask to see what is held about them, and I write and speak in a way that I could answer for to them.

If this is broken
A breach may be reported to my organisation and to the Information Commissioner, may be a breach of my code of conduct or contract, and may be a criminal offence. Above all it may put a person in danger who trusted one of us.

By signing I confirm that I attend this meeting for the organisation named beside my name, that I have read this declaration, and that I accept it.`;

/** Writes the declaration with which a partnership begins; its administrators adopt later versions. */
export const writeDeclaration = (insert: Insert, adoptedOn: Day): Promise<void> =>
  insert("declarations", [{ id: randomUUID(), version: 1, text: declaration, hash: createHash("sha256").update(declaration).digest(), adopted_on: adoptedOn }]);
