import type { ReactNode } from "react";
import { uiWords } from "../ui-words.ts";
import { TakesFocus } from "./takes-focus.client.tsx";

export type NotificationBannerProps = {
  kind?: "important" | "success";
  title?: string;
  /** Sets the id of the title apart where a page has two. */
  titleId?: string;
  children: ReactNode;
};

/** One at most on a page. The green one says an outcome: it is read out at once, takes focus, and is gone on the next page. */
export function NotificationBanner({ kind = "important", title, titleId = "notification-banner-title", children }: NotificationBannerProps) {
  const inner = (
    <>
      <div className="notification-header">
        <h2 id={titleId}>{title ?? (kind === "success" ? uiWords.success : uiWords.important)}</h2>
      </div>
      <div className="notification-body">{children}</div>
    </>
  );
  const className = `notification notification-${kind}`;
  return kind === "success" ? (
    <TakesFocus className={className} role="alert" labelledBy={titleId}>
      {inner}
    </TakesFocus>
  ) : (
    <div className={className} role="region" aria-labelledby={titleId}>
      {inner}
    </div>
  );
}
