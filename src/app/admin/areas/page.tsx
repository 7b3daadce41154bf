import { randomUUID } from "node:crypto";
import Link from "next/link";
import { notFound } from "next/navigation";
import { type KeptArea, type KeptPlace, listAreas } from "@/domain/directory/queries/view-places.ts";
import { Card } from "@/ui/content/card.tsx";
import { Columns, Stack } from "@/ui/content/columns.tsx";
import { EmptyState } from "@/ui/content/empty-state.tsx";
import { SelectField, TextField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { areaDesk as words } from "@/wording/admin.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../../actor.ts";
import { AdminFrame } from "../admin-frame.tsx";
import { submitArea, submitNewWard } from "./submit.ts";

const formTitle = `${words.title} – ${shellWords.titleEnd}`;

/** The areas of the partnership and their wards, for administrators. */
export default async function AreasPage() {
  const actor = await requireActor();
  const areas = await listAreas(actor, {});
  if (!areas) notFound();
  return (
    <AdminFrame actor={actor} title={words.title} part="areas">
      <PageHeader title={words.title} subtitle={words.lead} />
      <Columns
        main={<Stack>{areas.length > 0 ? areas.map((area) => <Area key={area.id} area={area} />) : <Card><EmptyState title={words.none.title} icon="map-pin">{words.none.text}</EmptyState></Card>}</Stack>}
        side={
          <Stack>
            {areas.length > 0 && (
              <Card title={words.addWard}>
                <SubmissionForm submission={submitNewWard} submissionKey={randomUUID()} title={formTitle} button={words.addWard} idPrefix="ward-" buttonTone="secondary">
                  <TextField name="name" label={words.name} />
                  <SelectField name="areaId" label={words.area} items={[{ value: "", text: words.selectArea }, ...areas.map(({ id, name }) => ({ value: id, text: name }))]} />
                </SubmissionForm>
              </Card>
            )}
            <Card title={words.addArea}>
              <SubmissionForm submission={submitArea} submissionKey={randomUUID()} title={formTitle} button={words.addArea} idPrefix="area-" buttonTone="secondary">
                <TextField name="name" label={words.name} />
              </SubmissionForm>
            </Card>
          </Stack>
        }
      />
    </AdminFrame>
  );
}

const rename = ({ id, name }: KeptPlace) => (
  <Link href={`/admin/areas/${id}`} prefetch={false}>
    {words.rename}
    <span className="sr-only"> {name}</span>
  </Link>
);

const Area = ({ area }: { area: KeptArea }) => (
  <Card title={area.name} actions={rename(area)}>
    {area.wards.length === 0 ? (
      <p className="quiet">{words.noWards}</p>
    ) : (
      <dl className="summary-list summary-list-compact">
        {area.wards.map((ward) => (
          <div key={ward.id}>
            <dt>{ward.name}</dt>
            <dd className="summary-actions">{rename(ward)}</dd>
          </div>
        ))}
      </dl>
    )}
  </Card>
);
