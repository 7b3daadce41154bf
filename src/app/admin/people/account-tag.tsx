import type { AccountState } from "@/domain/directory/inputs.ts";
import { Tag, type Tone } from "@/ui/content/tag.tsx";
import type { IconName } from "@/ui/icons/icon.tsx";
import { accountStateWords } from "@/wording/people.ts";

const looks: Record<AccountState, { tone: Tone; icon: IconName }> = {
  open: { tone: "green", icon: "user-check" },
  invited: { tone: "blue", icon: "mail" },
  expired: { tone: "amber", icon: "hourglass" },
  none: { tone: "grey", icon: "minus" },
  left: { tone: "grey", icon: "user-x" },
};

export const AccountTag = ({ state }: { state: AccountState }) => (
  <Tag tone={looks[state].tone} icon={looks[state].icon}>
    {accountStateWords[state]}
  </Tag>
);
