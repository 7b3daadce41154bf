import type { Permission } from "@/domain/kernel/policy.ts";
import type { Standing, Thing } from "./expected.ts";
import type { Person, Stage } from "./world.ts";

/** What a page answers somebody with an open session: itself, another page of theirs in its place, or that there is none. */
export type Answer = "page" | "moved" | "notFound" | "signIn" | "setUp" | "nothing" | "broken";
export type Records = Record<string, Thing & { reference: string }>;
/**
 * `records`: what may stand in its address. `opens`: what it needs, in terms of the rule and the table; nothing
 * for whoever is signed in. `before`: what is answered to whoever isn't signed in. `isNamedAlike`: another partnership has one of the same name.
 * `isKept`: the same for everybody, and browsers may keep it.
 */
export type Page = { records?: (stage: Stage) => Records; address?: (route: string, record: Thing & { reference: string }) => string[]; opens?: (who: Standing, thing: Thing, address: string) => Answer | Answer[] | boolean; before?: boolean; route?: boolean; isNamedAlike?: boolean; isKept?: boolean };

export type Kind = Answer | "signedOut" | "setUpFirst" | "done" | "refused" | "forbidden" | "invalid" | "stale" | "elsewhere";
export type Fields = Record<string, string | string[]>;
export type Target = Thing & { reference: string; act?: string };
/**
 * How one submission is sent: what it is about, and a form that only a right, or a rule behind it, can refuse. `sees`: whether its sender can
 * see that at all; without, it reads as not found. Who may send it is not said here: that is the policy's, by its command's permission. `also`:
 * what else may be answered to whoever may, where the form is about nothing that is there. `permission`: where it can't be read from a command.
 */
export type Sending = { about: (stage: Stage) => Target[]; fields: (stage: Stage, target: Target, person: Person) => Fields | Promise<Fields>; sees: (who: Standing, target: Target) => boolean; also?: Kind[]; permission?: Permission };
