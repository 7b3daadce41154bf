import "server-only";
import { notFound } from "next/navigation";
import { reference } from "@/domain/kernel/inputs.ts";

/** The reference in a page's address, as records carry it. What can't be one reads as not found. */
export async function readReference(params: Promise<{ reference: string }>): Promise<string> {
  const read = reference.safeParse((await params).reference);
  return read.success && /^[A-Z0-9-]+$/.test(read.data) ? read.data : notFound();
}
