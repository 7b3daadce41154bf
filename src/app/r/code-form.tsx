import { Button } from "@/ui/content/button.tsx";
import { TextInput } from "@/ui/forms/text-input.tsx";
import { codeWords as words } from "@/wording/register-ways.ts";

export const CodeForm = ({ wrong }: { wrong: boolean }) => (
  <form action="/r" method="get" noValidate>
    <TextInput id="code" name="code" label={words.code} hint={words.hint} width={10} autoCapitalize="characters" spellCheck={false} error={wrong ? words.unreadable : undefined} />
    <Button>{words.go}</Button>
  </form>
);
