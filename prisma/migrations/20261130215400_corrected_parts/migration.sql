-- A correction is of one part of a minute: what was said, why it was decided so, or one part of what was resolved.

-- CreateEnum
CREATE TYPE "minute_part" AS ENUM ('discussion', 'decision_reason', 'resolution');

-- AlterTable
ALTER TABLE "minute_corrections" ADD COLUMN     "part" "minute_part" NOT NULL DEFAULT 'discussion',
ADD COLUMN     "resolution_id" UUID;

-- AddForeignKey
ALTER TABLE "minute_corrections" ADD CONSTRAINT "minute_corrections_partnership_id_resolution_id_fkey" FOREIGN KEY ("partnership_id", "resolution_id") REFERENCES "resolutions"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table public.minute_corrections add constraint of_one_part check ((part = 'resolution') = (resolution_id is not null));
