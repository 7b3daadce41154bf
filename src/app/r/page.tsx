import { redirect } from "next/navigation";
import { readCode } from "@/platform/auth/rotating-code.ts";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { codeWords as words } from "@/wording/register-ways.ts";
import { Outside } from "../outside.tsx";
import { CodeForm } from "./code-form.tsx";

/** For whoever types the code of the room's screen. It leads to an address, and changes nothing. */
export default async function CodePage({ searchParams }: { searchParams: Promise<{ code?: string | string[] }> }) {
  const said = (await searchParams).code;
  const code = typeof said === "string" ? readCode(said) : null;
  if (code) redirect(`/r/${code}`);
  return (
    <Outside title={words.title}>
      <PageHeader title={words.title} subtitle={words.lead} />
      <CodeForm wrong={typeof said === "string" && said !== ""} />
    </Outside>
  );
}
