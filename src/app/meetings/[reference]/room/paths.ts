/** Where an item of a meeting is taken. */
export const roomPath = (reference: string, number: number) => `/meetings/${encodeURIComponent(reference)}/room?item=${number}`;
export const closePath = (reference: string) => `/meetings/${encodeURIComponent(reference)}/room/close`;
export const minutesPath = (reference: string) => `/meetings/${encodeURIComponent(reference)}/minutes`;

export const projectedPath = (reference: string) => `/meetings/${encodeURIComponent(reference)}/room/projected`;
export const notesPath = (reference: string) => `/meetings/${encodeURIComponent(reference)}/room/notes`;

/** The form fields that say which item the form stood on: not part of what is submitted, but the way back. */
export const placeFields = (reference: string, number: number) => ({ room: reference, item: number });

/** Takes those fields out of a form, and answers the way back. */
export function placeIn(form: FormData): string {
  const room = form.get("room");
  const item = Number(form.get("item"));
  form.delete("room");
  form.delete("item");
  return roomPath(typeof room === "string" ? room : "", Number.isInteger(item) && item > 0 ? item : 1);
}
