/** The address a request came from, as our own edge saw it; never what the request says of itself. Empty where no edge stood before it, as in tests. */
export const callerAddress = (headers: Pick<Headers, "get">): string => headers.get("x-casemoot-address") ?? "";
