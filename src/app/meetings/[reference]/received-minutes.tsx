import type { Received } from "@/domain/meetings/queries/list-received.ts";
import { receivedWords as words } from "@/wording/received.ts";

/** Which minutes the board receives at an item; to them, for whoever sits on that forum too. */
export function ReceivedMinutes({ received }: { received: readonly Received[] }) {
  return (
    <ul className="grid gap-1">
      {received.map((one) => (
        <li key={one.id}>{one.leads ? <a href={`/meetings/${one.reference}/minutes`}>{words.line(one)}</a> : words.line(one)}</li>
      ))}
    </ul>
  );
}
