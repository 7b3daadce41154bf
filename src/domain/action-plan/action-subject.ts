type OfAction = { id: string; reference: string; forumId: string; caseId: string | null };

/** An action, as its events on the trail are about it. */
export const subjectOf = (held: OfAction) => ({ type: "action", id: held.id, reference: held.reference, forumId: held.forumId, caseId: held.caseId }) as const;
