import "server-only";
import { notFound } from "next/navigation";

/** The forum's code in a page's address. What can't be one reads as not found. */
export const readForumCode = (said: string): string => (/^[A-Z]{1,8}$/.test(said) ? said : notFound());
