import "server-only";
import { createHmac } from "node:crypto";
import { keyFor } from "./keys.ts";

/** Marks the forms of a person's pages as theirs. It says who that is to nobody but this installation, and is the same in each of their sessions. */
export const personMark = (personId: string): string => createHmac("sha256", keyFor("person mark")).update(personId).digest("base64url").slice(0, 22);
