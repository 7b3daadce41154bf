// Names come from whoever sent the form: on an object that inherits, "__proto__-day" would write to what every object of the server inherits.
const bare = <T>(): Record<string, T> => Object.create(null) as Record<string, T>;

/** A form's fields as one object: `due-day`, `due-month` and `due-year` become `due: { day, month, year }`; a name sent several times becomes a list. */
export function readForm(form: FormData): Record<string, unknown> {
  const read = bare<unknown>();
  const dates = bare<Record<string, unknown>>();
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$") || name === "__proto__") continue;
    const sent = form.getAll(name).filter((value): value is string => typeof value === "string");
    const value = sent.length > 1 ? sent : sent[0];
    const part = /^(.+)-(day|month|year)$/.exec(name);
    if (part?.[1] && part[2]) {
      const date = (dates[part[1]] ??= bare());
      read[part[1]] = date;
      date[part[2]] = value;
    } else read[name] = value;
  }
  return read;
}

/** The files of a form, as they were sent: what they were called stays outside, because it may hold a name. */
export async function readFiles(form: FormData): Promise<Record<string, Uint8Array>> {
  const read = bare<Uint8Array>();
  for (const [name, value] of form) if (typeof value !== "string" && value.size > 0 && !name.startsWith("$") && name !== "__proto__") read[name] = new Uint8Array(await value.arrayBuffer());
  return read;
}

/** What was typed, as it was typed, so that a form comes back with nothing lost. Passwords don't come back. */
export function typedIn(form: FormData): Record<string, string | string[]> {
  const typed: Record<string, string | string[]> = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$") || name === "__proto__" || /password$/i.test(name)) continue;
    const sent = form.getAll(name).filter((value): value is string => typeof value === "string");
    typed[name] = sent.length > 1 ? sent : (sent[0] ?? "");
  }
  return typed;
}
