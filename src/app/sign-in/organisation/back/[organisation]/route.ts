import { redirect } from "next/navigation";
import { z } from "zod";
import { signInByOrganisation } from "@/domain/organisations/commands/sign-in-by-organisation.ts";
import { goOn, keep, newEntry } from "../../../entry.ts";
import { pathInside } from "../../../path-inside.ts";
import { forgetJourney, keptJourney } from "../../kept-journey.ts";

export const dynamic = "force-dynamic";

/**
 * Where an organisation's sign-in sends people back to. The one GET that opens something: it does so once, and only for the browser that
 * left from here. It always goes on to another page, so that the answer stays in no address bar.
 */
export async function GET(request: Request, { params }: { params: Promise<{ organisation: string }> }) {
  const organisationId = z.uuid().safeParse((await params).organisation).data;
  const journey = await keptJourney();
  await forgetJourney();
  if (!organisationId) redirect("/sign-in/organisation/refused");
  const { reference, opening } = await newEntry();
  const arrival = await signInByOrganisation({ organisationId, search: new URL(request.url).search, kept: journey?.state ?? null }, opening);
  if (arrival.came === "asked" || arrival.came === "refused") redirect(`/sign-in/organisation/${arrival.came}`);
  if (arrival.came === "code") {
    const step = { kind: "step", needs: "code" } as const;
    await keep(reference, step);
    goOn(step, arrival.goOnTo);
  }
  await keep(reference, { kind: "session" });
  redirect(pathInside(arrival.goOnTo));
}
