import { Icon } from "../icons/icon.tsx";
import { uiWords } from "../ui-words.ts";

export type PaginationProps = {
  current: number;
  total: number;
  /** The address of each page; functions don't cross to the browser, and this is drawn on the server. */
  hrefFor: (page: number) => string;
  /** Names the list where a page has several. */
  label?: string;
};

/** First, last, the one shown and its neighbours; the gaps are dots. */
function pagesToShow(current: number, total: number): (number | "gap")[] {
  const shown: (number | "gap")[] = [];
  for (let page = 1; page <= total; page += 1) {
    const near = Math.abs(page - current) <= 1;
    if (page === 1 || page === total || near) shown.push(page);
    else if (shown.at(-1) !== "gap") shown.push("gap");
  }
  return shown;
}

export function Pagination({ current, total, hrefFor, label = uiWords.pagination }: PaginationProps) {
  if (total <= 1) return null;
  return (
    <nav className="pagination screen-only" aria-label={label}>
      {current > 1 && (
        <a href={hrefFor(current - 1)} rel="prev" className="pagination-step">
          <Icon name="arrow-left" />
          <span>
            {uiWords.previous}
            <span className="sr-only"> page</span>
          </span>
        </a>
      )}
      <ul>
        {pagesToShow(current, total).map((page, index) =>
          page === "gap" ? (
            <li key={`gap-${index}`} className="pagination-gap">
              ⋯
            </li>
          ) : (
            <li key={page}>
              <a href={hrefFor(page)} aria-label={`${uiWords.page} ${page}`} aria-current={page === current ? "page" : undefined}>
                {page}
              </a>
            </li>
          ),
        )}
      </ul>
      {current < total && (
        <a href={hrefFor(current + 1)} rel="next" className="pagination-step">
          <span>
            {uiWords.next}
            <span className="sr-only"> page</span>
          </span>
          <Icon name="arrow-right" />
        </a>
      )}
    </nav>
  );
}
