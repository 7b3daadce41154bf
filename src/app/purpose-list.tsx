import { randomUUID } from "node:crypto";
import type { CasePurpose } from "@/domain/cases/queries/list-purposes.ts";
import { inWords, momentInWords } from "@/domain/kernel/dates.ts";
import { Reference } from "@/ui/content/reference.tsx";
import { Tag } from "@/ui/content/tag.tsx";
import type { Submission } from "@/ui/forms/form-state.ts";
import { PostButton } from "@/ui/forms/post-button.client.tsx";
import { purposeStatusTones, purposeStatusWords, purposeWords as words } from "@/wording/purposes.ts";

/** Why information governance opens a case, and for the second person agreeing to it. */
export function PurposeList({ purposes, submission, title, showsCase = false }: { purposes: CasePurpose[]; submission: Submission; title: string; showsCase?: boolean }) {
  return (
    <ul className="stack">
      {purposes.map((one) => (
        <li key={one.id}>
          <p className="tag-row">
            {showsCase && <Reference href={`/cases/${one.case}`}>{one.case}</Reference>}
            <span>{words.dates(inWords(one.from), inWords(one.until))}</span>
            <Tag tone={purposeStatusTones[one.status]}>{purposeStatusWords[one.status]}</Tag>
          </p>
          <p className="whitespace-pre-line">{one.purpose}</p>
          <p className="quiet">{[words.askedBy(one.by, momentInWords(one.askedAt)), one.agreedBy && words.agreedBy(one.agreedBy)].filter(Boolean).join(" · ")}</p>
          {one.mayAgree && (
            <PostButton submission={submission} submissionKey={randomUUID()} title={title} hidden={{ purposeId: one.id }} about={words.about(one.by, one.case)} small>
              {words.agree}
            </PostButton>
          )}
        </li>
      ))}
    </ul>
  );
}
