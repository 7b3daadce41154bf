import type { ReactNode } from "react";

/** Around a page that asks, and everything a councillor uses on a phone: larger words in one narrow column. */
export function QuestionPage({ children }: { children: ReactNode }) {
  return <div className="question-page">{children}</div>;
}
