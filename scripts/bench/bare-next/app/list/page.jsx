import Link from "next/link";
import { listRows } from "../../../rows.mjs";
import { requireReader, transact } from "../../reader.js";

export default async function ListPage({ searchParams }) {
  const reader = await requireReader();
  const limit = Number((await searchParams).rows);
  const rows = await transact(reader, (query) => listRows(query, reader, limit));
  return (
    <main>
      <h1>Action plan</h1>
      <table>
        <thead>
          <tr>
            <th>Action</th>
            <th>What</th>
            <th>Who</th>
            <th>Due</th>
            <th>Status</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ reference, text, owner, agency, due, state }) => (
            <tr key={reference}>
              <th scope="row">
                <Link href={`/actions/${reference}`} prefetch={false}>
                  {reference}
                </Link>
              </th>
              <td>{text}</td>
              <td>
                {owner}, {agency}
              </td>
              <td>{due}</td>
              <td>{state}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  );
}
