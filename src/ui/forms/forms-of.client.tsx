"use client";

import type { ReactNode } from "react";
import { PersonContext } from "./form-context.client.ts";

/** Around the page of somebody signed in: each form in it says whose page it stands on. */
export function FormsOf({ person, children }: { person: string; children: ReactNode }) {
  return <PersonContext value={person}>{children}</PersonContext>;
}
