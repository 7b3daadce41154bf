import { requireReader } from "../../reader.js";
import { submitReport } from "./submit.js";

export default async function ReportPage({ searchParams }) {
  await requireReader();
  return (
    <main>
      <form action={submitReport}>
        <input type="hidden" name="reference" value={(await searchParams).reference} />
        <textarea name="note" aria-label="Progress" />
        <button type="submit">Report</button>
      </form>
    </main>
  );
}
