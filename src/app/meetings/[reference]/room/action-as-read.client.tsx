"use client";

import { type ReactNode, useContext, useEffect, useRef } from "react";
import { Details } from "@/ui/content/details.tsx";
import { FormContext } from "@/ui/forms/form-context.client.ts";

/** What an action is not without, besides its measure, which stands outside. */
const wanted = ["ownerId", "due-day", "wording"];

/**
 * What a typed line was understood to say, with its parts to look at and to change; the cursor goes to the first that is still missing.
 * Until a line was read, the parts can be filled in by hand.
 */
export function ActionAsRead({ byHand, parts, measure, children }: { byHand: string; parts: string; measure: ReactNode; children: ReactNode }) {
  const { state, idPrefix } = useContext(FormContext);
  const box = useRef<HTMLDivElement>(null);
  const said = state.shown;

  useEffect(() => {
    if (said === undefined) return;
    const form = box.current?.closest("form");
    const empty = [...wanted, "measure"].map((name) => document.getElementById(idPrefix + name)).find((field) => field instanceof HTMLElement && "value" in field && field.value === "");
    (empty ?? form?.querySelector<HTMLElement>("button[type=submit]"))?.focus();
  }, [said, idPrefix, state.attempt]);

  const hasCome = Object.keys(state.values).length > 0;
  const lacks = wanted.some((name) => !state.values[name]) || Object.keys(state.errors).some((name) => name !== "measure");
  return (
    <div ref={box}>
      <input type="hidden" name="read" value={String(state.values.line ?? "")} />
      {said !== undefined && (
        <p className="mb-4 rounded-(--radius-control) bg-sunken p-3 font-semibold" role="status">
          {said}
        </p>
      )}
      {/* drawn anew with each reading, so that its fields hold what was read */}
      <div key={state.attempt}>
        {hasCome && measure}
        <Details summary={hasCome ? parts : byHand} open={hasCome && (lacks || state.problem !== undefined)}>
          {!hasCome && measure}
          {children}
        </Details>
      </div>
    </div>
  );
}
