"use server";
import { redirect } from "next/navigation";
import { addStep } from "../../../rows.mjs";
import { requireReader, transact } from "../../reader.js";

export async function submitReport(form) {
  const reader = await requireReader();
  await transact(reader, (query) => addStep(query, reader, form.get("reference"), form.get("note")));
  redirect("/list?rows=50");
}
