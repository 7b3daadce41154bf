import "server-only";
import { notFound } from "next/navigation";
import { z } from "zod";

/** The id in a page's address. What can't be one reads as not found. */
export const readId = (said: string): string => z.uuid().safeParse(said).data ?? notFound();
