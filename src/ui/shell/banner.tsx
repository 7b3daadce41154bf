import type { ReactNode } from "react";
import { Tag } from "../content/tag.tsx";

/** A thin line under the header, such as "Demonstration: nothing here is real". */
export function Banner({ tag, children }: { tag: string; children: ReactNode }) {
  return (
    <div className="banner">
      <div className="page-width">
        <Tag tone="amber">{tag}</Tag>
        <span>{children}</span>
      </div>
    </div>
  );
}
