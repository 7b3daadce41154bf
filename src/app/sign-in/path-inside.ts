/** Where to go on to after signing in: a path of our own, else the beginning. "/.//host" looks like one, and is another site once a browser has resolved it. */
export function pathInside(next: unknown): string {
  if (typeof next !== "string" || !/^\/[\w\-/?=&.%]*$/.test(next)) return "/";
  const here = "http://localhost";
  const { origin, pathname, search } = new URL(next, here);
  return origin === here && !pathname.startsWith("//") && !/^\/(sign-in|join|forgotten|reset)\b/.test(pathname) ? pathname + search : "/";
}
