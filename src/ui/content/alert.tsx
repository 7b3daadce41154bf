import type { ReactNode } from "react";
import { Icon, type IconName } from "../icons/icon.tsx";
import { uiWords } from "../ui-words.ts";
import { TakesFocus } from "./takes-focus.client.tsx";

export type AlertKind = "info" | "success" | "warning" | "danger";

const looks: Record<AlertKind, { icon: IconName; word: string }> = {
  info: { icon: "info", word: uiWords.information },
  success: { icon: "circle-check", word: uiWords.success },
  warning: { icon: "triangle-alert", word: uiWords.warning },
  danger: { icon: "circle-alert", word: uiWords.problem },
};

export type AlertProps = {
  kind?: AlertKind;
  title: ReactNode;
  /** The outcome of what was just done: read out at once, and takes focus. Gone on the next page. */
  arrives?: boolean;
  children?: ReactNode;
};

/** It never goes away by itself. One at the top of a page at most, never beside an error summary. */
export function Alert({ kind = "info", title, arrives, children }: AlertProps) {
  const inner = (
    <>
      <Icon name={looks[kind].icon} />
      <div>
        <p className="alert-title">
          <span className="sr-only">{looks[kind].word}: </span>
          {title}
        </p>
        {children !== undefined && <div className="alert-body">{children}</div>}
      </div>
    </>
  );
  const className = `alert alert-${kind}`;
  return arrives ? (
    <TakesFocus className={className} role="alert">
      {inner}
    </TakesFocus>
  ) : (
    <div className={className}>{inner}</div>
  );
}
