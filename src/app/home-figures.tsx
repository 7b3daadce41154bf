import type { Home } from "@/domain/action-plan/queries/view-home.ts";
import { Card } from "@/ui/content/card.tsx";
import { Reference } from "@/ui/content/reference.tsx";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { homeWords as words } from "@/wording/home.ts";

/** How many signed last time, of how many who were expected: of the forum that meets next. */
export function LastRegisterCard({ registers, forumId }: { registers: Home["registers"]; forumId: string | undefined }) {
  const last = registers.find((one) => one.forumId === forumId) ?? registers[0];
  if (!last) return null;
  return (
    <Card title={words.lastRegister}>
      <p className="text-3xl font-bold">{words.ofExpected(last.signed, last.expected)}</p>
      <p className="quiet">
        {last.forum}, <Reference href={`/meetings/${last.reference}/register`}>{last.reference}</Reference>
      </p>
    </Card>
  );
}

/** For a councillor: how many cases each of their forums works on. */
export function CasesCard({ cases }: { cases: Home["cases"] }) {
  return (
    <Card title={words.cases}>
      <SummaryList
        compact
        rows={cases.map(({ code, forum, open }) => ({
          key: forum,
          value: (
            <a href={`/cases?forum=${encodeURIComponent(code)}`}>
              {words.caseCount(open)}
            </a>
          ),
        }))}
      />
    </Card>
  );
}
