// Confirmed minutes, looked at again: whether their words are still the ones that were sealed when they were confirmed.

/** @param {import("pg").Client} client signed in as the owner */
export async function brokenSeals(client) {
  const { rows: broken } = await client.query("select * from app.verify_seals()");
  const { rows } = await client.query("select app.count_seals() as confirmed");
  return { broken, confirmed: Number(rows[0].confirmed) };
}

/** Names the first meeting whose confirmed minutes no longer match, and counts the others. */
export function sentenceOfSeals({ broken: [first, ...others], confirmed }) {
  if (!first) return `The minutes of all ${confirmed.toLocaleString("en-GB")} confirmed meetings are as they were sealed.`;
  const more = others.length === 0 ? "" : ` So are those of: ${others.map(({ reference }) => reference).join(", ")}.`;
  const where = `${first.reference} (partnership ${first.partnership_id})`;
  return first.sealed ? `The confirmed minutes of ${where} are no longer as they were sealed.${more}` : `The confirmed minutes of ${where} have no seal.${more}`;
}
