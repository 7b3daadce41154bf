/** The ids an input is described by, in the order they are read out: what the caller adds, then the hint, then the error. */
export function describedBy(id: string, has: { hint?: boolean; error?: boolean; also?: string }): string | undefined {
  const ids = [has.also ?? "", has.hint ? `${id}-hint` : "", has.error ? `${id}-error` : ""].filter((part) => part !== "");
  return ids.length > 0 ? ids.join(" ") : undefined;
}
