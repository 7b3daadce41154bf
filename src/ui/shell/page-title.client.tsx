"use client";

/**
 * The title of a page. Put it last on the page (or in its frame) and leave `metadata.title` out: a form that failed says "Error: …" before
 * it, and of two titles the browser takes the first. `metadata` always comes first, so with it the error would only be said where
 * JavaScript runs. For the same reason a form doesn't stand inside an async part of a page, which is drawn later than the title: the page
 * reads, and hands down.
 */
export function PageTitle({ children }: { children: string }) {
  return <title>{children}</title>;
}
