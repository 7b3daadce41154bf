import zlib from "node:zlib";
import { describe, expect, test } from "vitest";
import { activeIn } from "@/platform/documents/pdf-contents.ts";
import { pdfOf } from "@/platform/documents/pdf.ts";

const pdf = (...objects: string[]) => Buffer.from(`%PDF-1.7\n${objects.map((one, index) => `${index + 1} 0 obj\n${one}\nendobj`).join("\n")}\ntrailer << /Root 1 0 R >>\n%%EOF`, "latin1");
const packed = (inside: string, dictionary = "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode") => {
  const body = zlib.deflateSync(Buffer.from(`7 0 ${inside}`, "latin1"));
  return Buffer.concat([Buffer.from(`%PDF-1.7\n1 0 obj\n<< ${dictionary} /Length ${body.length} >>\nstream\r\n`, "latin1"), body, Buffer.from("\nendstream\nendobj\n%%EOF", "latin1")]);
};
const page = "<< /Type /Page >>";

describe("a PDF that only is read", () => {
  test("passes: one of ours, one that opens at a place in itself, one that has links", async () => {
    expect(activeIn(await pdfOf({ title: "A paper", watermark: "", marking: null, running: "", landscape: false, blocks: [{ kind: "paragraph", text: "The JavaScript course, the launch of the scheme and /JS as a word" }] }))).toBeNull();
    expect(activeIn(pdf("<< /Type /Catalog /OpenAction [2 0 R /Fit] >>", page))).toBeNull();
    expect(activeIn(pdf("<< /Type /Catalog /OpenAction 2 0 R >>", "<< /S /GoTo /D [3 0 R /Fit] >>", page))).toBeNull();
    expect(activeIn(pdf("<< /Type /Catalog /OpenAction << /S /GoTo /D [2 0 R /Fit] >> >>", page))).toBeNull();
    expect(activeIn(pdf("<< /Type /Catalog >>", "<< /Type /Annot /Subtype /Link /A << /S /URI /URI (https://example.org) >> >>"))).toBeNull();
    expect(activeIn(packed("<< /Type /Catalog >>"))).toBeNull();
  });

  test("chance bytes of a picture pass", () => {
    const noise = Buffer.alloc(600_000);
    let seed = 7;
    for (let at = 0; at < noise.length; at += 1) noise[at] = (seed = (seed * 1103515245 + 12345) & 0x7fffffff) >> 16;
    expect(activeIn(Buffer.concat([pdf("<< /Type /Catalog >>"), Buffer.from("\n2 0 obj << /Filter /DCTDecode >> stream\n"), noise, Buffer.from("\nendstream endobj")]))).toBeNull();
  });
});

describe("a PDF that does more", () => {
  test.each<[string, string, Buffer]>([
    ["scripts", "runs a script as it opens", pdf("<< /Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>")],
    ["scripts", "names its scripts", pdf("<< /Names << /JavaScript 2 0 R >> >>")],
    ["scripts", "spells it by numbers", pdf("<< /S /J#61vaScript /J#53 (x) >>")],
    ["scripts", "has a form of another kind", pdf("<< /AcroForm << /XFA [(x) 2 0 R] >> >>")],
    ["scripts", "packs its scripts", packed("<< /S /JavaScript /JS 8 0 R >>")],
    ["launches", "starts a program", pdf("<< /S /Launch /F (cmd.exe) >>")],
    ["launches", "sends a form", pdf("<< /S /SubmitForm /F (https://example.org) >>")],
    ["launches", "leads to another file", pdf("<< /S /GoToR /F (\\\\host\\x) >>")],
    ["files", "holds a file", pdf("<< /Names << /EmbeddedFiles 2 0 R >> >>")],
    ["files", "holds a file in a note", packed("<< /Type /EmbeddedFile >>")],
    ["files", "plays a film", pdf("<< /Subtype /RichMedia >>")],
    ["opens", "acts on each page", pdf("<< /Type /Page /AA << /O 3 0 R >> >>")],
    ["opens", "opens a site", pdf("<< /OpenAction << /S /URI /URI (https://example.org) >> >>")],
    ["opens", "opens a site elsewhere", pdf("<< /OpenAction 2 0 R >>", "<< /S /URI /URI (https://example.org) >>")],
    ["opens", "opens something that isn't there", pdf("<< /OpenAction 9 0 R >>")],
    ["locked", "is locked", pdf("<< /Type /Catalog >>", "x\ntrailer << /Encrypt 3 0 R >>")],
    ["unreadable", "packs its objects in a way nobody reads here", packed("<< /S /JavaScript >>", "/Type /ObjStm /Filter [/ASCIIHexDecode /FlateDecode]")],
    ["unreadable", "packs its objects wrongly", Buffer.from("%PDF-1.7\n1 0 obj << /Type /ObjStm /Filter /FlateDecode >> stream\nnot packed\nendstream endobj", "latin1")],
  ])("%s: %s", (what, _, bytes) => {
    expect(activeIn(bytes)).toBe(what);
  });
});
