"use client";

/**
 * The title of a page that has small forms or PostButtons on it. Put it last on the page and leave `metadata.title` out: a form that
 * failed says "Error: …" before it, and of two titles the browser takes the first. (`metadata` always comes first, so with it the error
 * would only be said where JavaScript runs.) A page that is one form, with a `heading`, needs no PageTitle: the form says it.
 * It runs in the browser only so that it is drawn in turn with the forms, not ahead of them.
 */
export function PageTitle({ children }: { children: string }) {
  return <title>{children}</title>;
}
