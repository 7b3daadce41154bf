/** The concern from whose surgery another one comes, as it stands in the address. */
export const readAfter = (said: string | string[] | undefined): string | null => (typeof said === "string" && /^CON-20\d\d-\d{4,6}$/.test(said) ? said : null);
/** The id of a draft in an address. */
export const isDraftId = (said: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(said);
