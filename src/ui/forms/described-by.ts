/** The ids an input is described by, in the order they are read out: hint first, then error, then anything further. */
export function describedBy(id: string, has: { hint?: boolean; error?: boolean; also?: string }): string | undefined {
  const ids = [has.hint ? `${id}-hint` : "", has.error ? `${id}-error` : "", has.also ?? ""].filter((part) => part !== "");
  return ids.length > 0 ? ids.join(" ") : undefined;
}
