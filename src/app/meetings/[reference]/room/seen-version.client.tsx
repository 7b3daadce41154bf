"use client";

import { type ReactNode, useContext, useEffect, useRef, useState } from "react";
import { FormContext } from "@/ui/forms/form-context.client.ts";

/**
 * The version of the record that the person in front of this form has seen. The page may be drawn again around the form, by another
 * form on it, when somebody else has saved meanwhile; the version then stays behind, so that saving says so. It moves on when
 * what is saved is what stands in the form, or when the person was told: then `children` shows what the other wrote.
 */
export function SeenVersion({ version, saved, children }: { version: number; saved: Record<string, string>; children: ReactNode }) {
  const { state } = useContext(FormContext);
  const field = useRef<HTMLInputElement>(null);
  const [seen, setSeen] = useState(version);
  const sent = Number(state.values.version ?? version);
  const wasTold = state.problem !== undefined && sent !== version;

  useEffect(() => {
    if (wasTold || standsIn(field.current?.form, saved)) setSeen(version);
  }, [version, wasTold, saved]);

  return (
    <>
      <input ref={field} type="hidden" name="version" value={seen} />
      {wasTold && children}
    </>
  );
}

function standsIn(form: HTMLFormElement | null | undefined, saved: Record<string, string>): boolean {
  if (!form) return false;
  const typed = new FormData(form);
  return Object.entries(saved).every(([name, value]) => {
    const now = typed.get(name);
    return flat(typeof now === "string" ? now : "") === flat(value);
  });
}

// As it is saved: without regard to line ends and spaces.
const flat = (text: string) => text.normalize("NFC").replaceAll(/\s+/g, " ").trim();
