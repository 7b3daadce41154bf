import type { ReactNode } from "react";

/** Which record this is, on each of its pages. Never a name. */
export function IdentityBar({ reference, words, tags, facts, actions }: { reference: ReactNode; words?: ReactNode; tags?: ReactNode; facts?: ReactNode; actions?: ReactNode }) {
  return (
    <div className="identity-bar">
      <p className="identity-reference">
        <strong>{reference}</strong>
        {words !== undefined && <span>{words}</span>}
      </p>
      {tags !== undefined && <div className="identity-tags">{tags}</div>}
      {facts !== undefined && <div className="quiet">{facts}</div>}
      {actions !== undefined && <div className="identity-actions screen-only">{actions}</div>}
    </div>
  );
}
