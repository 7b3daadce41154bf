import "server-only";
import { listToFollow, noteDelivery } from "@/domain/mail/lifecycle.ts";
import { log } from "@/platform/log.ts";
import { followOnNotify } from "@/platform/mail/notify.ts";
import { readNotifySettings } from "../../scripts/mail-settings.mjs";

/** Asks GOV.UK Notify what became of the mails it took, and writes down what arrived and what came back. */
export async function followMail(): Promise<void> {
  const settings = readNotifySettings(process.env);
  if (!settings) return;
  for (const { id, handedAs } of await listToFollow(new Date())) {
    const outcome = await followOnNotify(settings, handedAs);
    if (!outcome) continue;
    if (outcome !== "delivered") log.warn({ mail: id, problem: outcome }, "a mail came back");
    await noteDelivery(id, new Date(), outcome === "delivered" ? null : outcome);
  }
}
