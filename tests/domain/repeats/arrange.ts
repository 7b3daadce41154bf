import type { Actor } from "@/domain/kernel/actor.ts";
import type { Outcome } from "@/domain/kernel/outcome.ts";
import { checkSimilar } from "@/domain/repeats/commands/check-similar.ts";
import { owner } from "../../support/database.ts";
import type { World } from "../../support/world.ts";
import { now } from "../cases/arranged.ts";

export const problem = <T>(outcome: Outcome<T>) => (outcome.ok ? null : outcome.problem);
export const notFound = { kind: "notFound" };

/** Somebody of whom two services know, each in its own way. */
export const known = { name: "Małgorzata Wiśniewska", bornOn: { day: "5", month: "11", year: "1981" }, address: "Flat 3, 12 Kimber Road, HF2 7QT" };
export const alsoKnown = { role: "victim", name: "Gosia Wisniewski", bornOn: { day: "11", month: "5", year: "1981" }, address: "12C Kimber Rd", postcode: "" };
export const nobodyKnown = { role: "victim", name: "Ottoline Featherstonehaugh", bornOn: { day: "19", month: "8", year: "1952" }, address: "171 Ravensworth Terrace", postcode: "HF9 8ZW" };

export const check = (by: Actor, reference: string, at = now, purpose = "To know whether a joint visit is right") => checkSimilar(by, { reference, purpose }, at);
export const switchOff = (world: World, finds = false) => owner.query("update partnerships set finds_repeats = $2 where id = $1", [world.partnershipId, finds]);
export const eventsOf = async (world: World, name: string) =>
  (await owner.query<{ event: string; person_id: string; subject_type: string; reference: string | null; forum_id: string | null; particulars: unknown }>("select event, person_id, subject_type, reference, forum_id, particulars from audit_events where partnership_id = $1 and event = $2 order by seq", [world.partnershipId, name])).rows;
export const mailsTo = async (world: World, template: string) => (await owner.query<{ person_id: string; facts: unknown }>("select person_id, facts from mails where partnership_id = $1 and template = $2", [world.partnershipId, template])).rows;

/** A referral of the police says who else it takes, and to whom it goes, from where they stand. */
export const byPolice = (world: World) => ({ threshold: { otherAgencyIds: [world.agencies.housing] }, gateways: { recipients: [world.agencies.council] } });
