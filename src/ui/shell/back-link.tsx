import { Icon } from "../icons/icon.tsx";
import { uiWords } from "../ui-words.ts";

export function BackLink({ href, children = uiWords.back }: { href: string; children?: string }) {
  return (
    <a href={href} className="back-link screen-only">
      <Icon name="chevron-left" size="small" />
      <span>{children}</span>
    </a>
  );
}
