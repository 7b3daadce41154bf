import type { ReactNode } from "react";
import { PageHeading } from "./page-heading.client.tsx";

export type PageHeaderProps = {
  /** A short line above the title: "Question 2 of 5", "CEN-118". */
  eyebrow?: ReactNode;
  title: ReactNode;
  subtitle?: ReactNode;
  /** Tags under the title. */
  tags?: ReactNode;
  /** Buttons on the right. */
  actions?: ReactNode;
};

/** The page's h1. On a page that is a form, pass it as the form's `heading`, so that the error summary stands above it. */
export function PageHeader({ eyebrow, title, subtitle, tags, actions }: PageHeaderProps) {
  return (
    <div className="page-header">
      <div className="page-header-words">
        {eyebrow !== undefined && <p className="eyebrow">{eyebrow}</p>}
        <PageHeading>{title}</PageHeading>
        {subtitle !== undefined && <p className="subtitle">{subtitle}</p>}
        {tags !== undefined && <div className="tag-row">{tags}</div>}
      </div>
      {actions !== undefined && <div className="page-header-actions button-group screen-only">{actions}</div>}
    </div>
  );
}
