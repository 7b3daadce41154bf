/** A meeting as a calendar needs it: by its reference and its moment. */
export type Entry = { id: string; reference: string; startsAt: Date; limitMinutes: number; sequence: number; provisional: boolean };

/** As a mail carries it. */
export const factOf = ({ id: meetingId, reference, startsAt, limitMinutes: minutes, sequence, provisional }: Entry) => ({ meetingId, reference, startsAt: startsAt.toISOString(), minutes, sequence, provisional });
