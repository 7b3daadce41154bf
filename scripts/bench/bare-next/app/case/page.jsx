import { caseEntries } from "../../../rows.mjs";
import { requireReader, transact } from "../../reader.js";

export default async function CasePage({ searchParams }) {
  const reader = await requireReader();
  const wanted = (await searchParams).reference;
  const { reference, title, summary, background, entries } = await transact(reader, (query) => caseEntries(query, wanted));
  return (
    <main>
      <h1>{reference}</h1>
      <p>{title}</p>
      <p>{summary}</p>
      <p>{background}</p>
      <ol>
        {entries.map((entry) => (
          <li key={entry.reference}>
            <h2>{entry.reference}</h2>
            <p>{entry.on}</p>
            <p>{entry.text}</p>
          </li>
        ))}
      </ol>
    </main>
  );
}
