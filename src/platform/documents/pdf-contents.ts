import zlib from "node:zlib";

/** What a PDF could do besides being read. */
export type ActiveContent = "locked" | "scripts" | "launches" | "files" | "opens" | "unreadable";

const packedMost = 24_000_000;
/** In a name any letter may stand as its number: "/J#53" is "/JS". */
const named = (bytes: Buffer): string => bytes.toString("latin1").replaceAll(/#([0-9a-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
const ends = "(?![A-Za-z0-9])";
const marks: [ActiveContent, RegExp][] = [
  ["locked", new RegExp(`/Encrypt${ends}\\s*(<<|\\d)`)],
  // three letters come about by chance in packed bytes: with what must follow them they don't
  ["scripts", new RegExp(`/JavaScript${ends}|/JS${ends}\\s*[(<\\d]|/Rendition${ends}\\s*(<<|\\d)|/XFA${ends}\\s*[[<\\d]`)],
  ["launches", new RegExp(`/Launch${ends}|/SubmitForm${ends}|/ImportData${ends}|/GoToE${ends}|/GoToR${ends}`)],
  ["files", new RegExp(`/EmbeddedFiles?${ends}|/RichMedia(Content)?${ends}|/Filespec${ends}\\s*/EF|/EF${ends}\\s*<<`)],
  ["opens", new RegExp(`/AA${ends}\\s*(<<|\\d+\\s+\\d+\\s+R)`)],
];

/**
 * What a PDF does besides being read: scripts, programs and sites it starts, files that it holds, what it does as it opens. Null where nothing was found. Objects may be
 * packed: those are unpacked and read too, and a document whose packed objects can't be read is told as such, since nobody knows what is in them.
 */
export function activeIn(bytes: Buffer): ActiveContent | null {
  const packed = unpacked(bytes);
  if (packed === null) return "unreadable";
  const parts = [named(bytes), ...packed.map(named)];
  for (const [what, mark] of marks) if (parts.some((part) => mark.test(part))) return what;
  return parts.some((part) => opensWithAnAct(part, parts)) ? "opens" : null;
}

/** A document may open at a place in itself, and do nothing else. */
function opensWithAnAct(part: string, parts: readonly string[]): boolean {
  for (const [, what = ""] of part.matchAll(/\/OpenAction(?![A-Za-z0-9])\s*([\s\S]{0,200})/g)) {
    if (what.startsWith("[") || what.startsWith("null")) continue;
    if (what.startsWith("<<")) {
      if (/\/S\s*\/GoTo(?![A-Za-z])/.test(what)) continue;
      return true;
    }
    const [, number] = /^(\d+)\s+\d+\s+R/.exec(what) ?? [];
    const object = number && parts.map((one) => new RegExp(`(?:^|[^\\d])${number}\\s+\\d+\\s+obj\\s*([\\s\\S]{0,200})`).exec(one)?.[1]).find((found) => found !== undefined);
    if (object && (object.startsWith("[") || /^<<[^>]*\/S\s*\/GoTo(?![A-Za-z])/.test(object))) continue;
    return true;
  }
  return false;
}

/** All that is packed in streams of a PDF; null where its packed objects can't be read. */
function unpacked(bytes: Buffer): Buffer[] | null {
  const found: Buffer[] = [];
  let size = 0;
  for (let at = bytes.indexOf("stream"); at !== -1; at = bytes.indexOf("stream", at + 6)) {
    if (bytes.subarray(at - 3, at).toString("latin1") === "end") continue;
    const head = named(bytes.subarray(Math.max(0, bytes.lastIndexOf("obj", at)), at));
    const holdsObjects = /\/ObjStm(?![A-Za-z])/.test(head);
    if (holdsObjects && /\/(ASCIIHexDecode|AHx|ASCII85Decode|A85|LZWDecode|LZW|RunLengthDecode|RL|Crypt)(?![A-Za-z])/.test(head)) return null;
    const from = at + 6 + (bytes[at + 6] === 13 ? 1 : 0) + (bytes[at + 6] === 10 || bytes[at + 7] === 10 ? 1 : 0);
    if (!/\/(FlateDecode|Fl)(?![A-Za-z])/.test(head)) continue;
    try {
      const part = zlib.inflateSync(bytes.subarray(from), { maxOutputLength: packedMost - size });
      size += part.length;
      found.push(part);
    } catch {
      if (holdsObjects || size >= packedMost) return null;
    }
  }
  return found;
}
