// What a request has to look like before anything of ours reads it.

/** The most that a request may carry, in bytes. */
export const largestBody = 1024 * 1024;
const longestAddress = 8192;
const methods = ["GET", "HEAD", "POST"];

/** The path of a request, without its question; undefined where it can't be read. */
export function pathOf(url) {
  const path = url.split("?", 1)[0];
  if (!path.startsWith("/") || url.includes("#")) return undefined;
  try {
    decodeURIComponent(path);
    return path;
  } catch {
    return undefined;
  }
}

/** Names the refusal that a request gets, if any. */
export function judge({ method, url, headers, httpVersion }) {
  if (url.length > longestAddress) return "longAddress";
  const path = pathOf(url);
  if (path === undefined) return method === "OPTIONS" ? "method" : "unreadable";
  if (!methods.includes(method)) return "method";
  if (headers.host === undefined && httpVersion !== "1.0") return "unreadable";
  if (headers["transfer-encoding"] !== undefined) return "unmeasured";
  if (Number(headers["content-length"] ?? 0) > largestBody) return "large";
  const isBuilt = path.startsWith("/_next/static/");
  // among them the optimiser of images, which would fetch what it is told to
  if (path.startsWith("/_next/") && !isBuilt) return "notFound";
  if (method === "POST" && isBuilt) return "method";
  return isOdd(decodeURIComponent(path)) ? "notFound" : undefined;
}

/** Control characters, backslashes, empty and dotted parts, and what is still encoded: no address of ours has them, and servers differ in how they read them. */
const isOdd = (path) => /[\p{Cc}\\]|\/\/|\/\.{1,2}(?:\/|$)|%[0-9a-f]{2}/iu.test(path);
