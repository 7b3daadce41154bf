import { uiWords } from "../ui-words.ts";

export function SkipLink({ href, children = uiWords.skipToContent }: { href: string; children?: string }) {
  return (
    <a href={href} className="skip-link">
      {children}
    </a>
  );
}
