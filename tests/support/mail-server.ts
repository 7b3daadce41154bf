import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

export type Taken = { from: string; to: string[]; raw: string; headers: Record<string, string>; text: string; id: string };
/** What the server says, of a recipient or at the end of a letter; nothing where it takes it. */
type Says = (letter: { to: string; count: number }) => number | undefined;

/** A real SMTP server on this machine, that takes what comes unless it is told to refuse. */
export async function aMailServer({ refusesRecipient = () => undefined, refusesLetter = () => undefined, ...options }: { refusesRecipient?: Says; refusesLetter?: Says } & SMTPServerOptions = {}) {
  const taken: Taken[] = [];
  const asked = { recipients: 0, letters: 0 };
  const refusal = (code: number | undefined) => (code ? Object.assign(new Error("the server's own words about somebody@place.example"), { responseCode: code }) : null);
  const server = new SMTPServer({
    authOptional: true, hideSTARTTLS: true, disableReverseLookup: true, logger: false,
    onRcptTo: ({ address }, _, done) => done(refusal(refusesRecipient({ to: address, count: (asked.recipients += 1) }))),
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        const no = refusal(refusesLetter({ to: to.join(), count: (asked.letters += 1) }));
        if (!no) taken.push({ from: session.envelope.mailFrom ? session.envelope.mailFrom.address : "", to, ...read(Buffer.concat(parts).toString("latin1")) });
        done(no);
      });
    },
    ...options,
  });
  server.on("error", () => {}); // a client that was killed
  await new Promise<void>((resolve) => { server.listen(0, "127.0.0.1", resolve); });
  const { port } = server.server.address() as AddressInfo;
  return { taken, asked, port, url: `smtp://127.0.0.1:${port}`, close: () => new Promise<void>((resolve) => { server.close(resolve); }) };
}

function read(raw: string): Pick<Taken, "raw" | "headers" | "text" | "id"> {
  const [head = "", ...body] = raw.split("\r\n\r\n");
  const headers = Object.fromEntries(head.replaceAll(/\r\n[ \t]+/g, " ").split("\r\n").map((line) => [line.split(":")[0]?.toLowerCase() ?? "", line.slice(line.indexOf(":") + 1).trim()]));
  const bytes = body.join("\r\n\r\n").replaceAll(/=\r\n/g, "").replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return { raw, headers, text: Buffer.from(bytes, "latin1").toString("utf8").replaceAll("\r\n", "\n"), id: headers["message-id"] ?? "" };
}

/** The settings with which the code under test sends to that server. */
export function mailTo(url: string) {
  Object.assign(process.env, { SMTP_URL: url, MAIL_FROM: "Casemoot <no-reply@testham.example>", NEXTAUTH_SECRET: "a secret of this test and of no other", ORIGIN: "https://casemoot.testham.example" });
}
