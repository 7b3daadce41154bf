import { randomUUID } from "node:crypto";
import Link from "next/link";
import { notFound } from "next/navigation";
import { listAreas } from "@/domain/directory/queries/view-places.ts";
import { TextField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { areaDesk as words } from "@/wording/admin.ts";
import { peopleWords } from "@/wording/people.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../../../actor.ts";
import { AdminFrame } from "../../admin-frame.tsx";
import { submitPlaceName } from "../submit.ts";

/** Renames an area or a ward. */
export default async function PlacePage({ params }: { params: Promise<{ place: string }> }) {
  const actor = await requireActor();
  const { place: wanted } = await params;
  const areas = (await listAreas(actor, {})) ?? [];
  const area = areas.find(({ id }) => id === wanted);
  const place = area ?? areas.flatMap(({ wards }) => wards).find(({ id }) => id === wanted);
  if (!place) notFound();
  const title = area ? words.renameArea : words.renameWard;
  return (
    <AdminFrame actor={actor} title={title} part="areas">
      <BackLink href="/admin/areas">{words.title}</BackLink>
      <SubmissionForm
        submission={submitPlaceName}
        submissionKey={randomUUID()}
        title={`${title} – ${shellWords.titleEnd}`}
        heading={<PageHeader title={title} />}
        hidden={{ kind: area ? "area" : "ward", placeId: place.id, version: place.version }}
        button={words.save}
        beside={<Link href="/admin/areas">{peopleWords.cancel}</Link>}
      >
        <TextField name="name" label={words.name} defaultValue={place.name} />
      </SubmissionForm>
    </AdminFrame>
  );
}
