import { AuditFilters } from "@/domain/audit/inputs.ts";

export type Typed = Record<string, string>;
export type FilterErrors = Partial<Record<"from" | "to", string>>;

/** The desk's address as filters; a day that can't be one is told, and reads as not asked. */
export function readFilters(typed: Typed): { filters: AuditFilters; errors: FilterErrors } {
  const { person, reference, kind, before } = typed;
  const boxes = (name: "from" | "to") => ({ day: typed[`${name}-day`], month: typed[`${name}-month`], year: typed[`${name}-year`] });
  const asked = { person, reference, kind, before };
  const parsed = AuditFilters.safeParse({ ...asked, from: boxes("from"), to: boxes("to") });
  if (parsed.success) return { filters: parsed.data, errors: {} };
  const errors: FilterErrors = {};
  for (const { path, message } of parsed.error.issues) if (path[0] === "from" || path[0] === "to") errors[path[0]] ??= message;
  return { filters: AuditFilters.parse({ ...asked, from: errors.from ? null : boxes("from"), to: errors.to ? null : boxes("to") }), errors };
}
