import { z } from "zod";
import { day, id, reference, text } from "../kernel/inputs.ts";

const at = { reference, itemId: id("Select the item") };
/** `sourceId`: the meeting of a forum of the partnership. */
export const ReceiveForumMinutesInput = z.strictObject({ ...at, sourceId: id("Select which minutes are received") });
export const ReceiveOtherMinutesInput = z.strictObject({
  ...at,
  body: text({ called: "Name of the board", empty: "Enter the name of the board", max: 150 }),
  minutes: text({ called: "Reference of the minutes", empty: "Enter how their minutes are called there", max: 80 }),
  heldOn: day({ called: "Day it met", empty: "Enter the day it met" }),
});
export const TakeBackMinutesInput = z.strictObject({ reference, receivedId: id("Select which minutes are taken back") });
