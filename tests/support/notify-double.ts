import { createHmac, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export const notifyService = "26785a09-ab16-4eb0-8407-a37497a57506";
export const notifySecret = "3d844edf-8d35-48ac-975b-e847b4f122b0";
const kept = ["NOTIFY_API_KEY", "NOTIFY_TEMPLATE", "NOTIFY_TEMPLATES", "NOTIFY_URL", "SMTP_URL", "MAIL_FROM"];

export type NotifyMail = { id: string; template_id: string; email_address: string; reference: string; personalisation: Record<string, unknown> };

/** GOV.UK Notify as far as mail needs it: takes what carries a fresh token by the right secret, and says what became of it. */
export async function aNotify({ refuses = () => undefined }: { refuses?: (mail: Omit<NotifyMail, "id">) => { status: number; message: string } | undefined } = {}) {
  const taken: NotifyMail[] = [];
  const became = new Map<string, string>();
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (part: Buffer) => { body += part.toString("utf8"); });
    request.on("end", () => {
      const say = (status: number, answer: unknown) => { response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(answer)); };
      const no = (status: number, message: string) => say(status, { status_code: status, errors: [{ error: status === 403 ? "AuthError" : "BadRequestError", message }] });
      if (!isOurs(request.headers.authorization ?? "")) return no(403, "Invalid token: API key not found");
      const url = new URL(request.url ?? "/", "http://127.0.0.1");
      if (request.method === "POST" && url.pathname === "/v2/notifications/email") {
        const mail = JSON.parse(body) as Omit<NotifyMail, "id">;
        const refusal = refuses(mail);
        if (refusal) return no(refusal.status, refusal.message);
        const id = randomUUID();
        taken.push({ id, ...mail });
        return say(201, { id, reference: mail.reference });
      }
      if (url.pathname === "/v2/notifications") return say(200, { notifications: taken.filter(({ reference }) => reference === url.searchParams.get("reference")).map(({ id }) => ({ id, status: "delivered" })) });
      const id = url.pathname.split("/").at(-1) ?? "";
      return taken.some((mail) => mail.id === id) ? say(200, { id, status: became.get(id) ?? "sending" }) : no(404, "No result found");
    });
  });
  await new Promise<void>((resolve) => { server.listen(0, "127.0.0.1", resolve); });
  const before = Object.fromEntries(kept.map((name) => [name, process.env[name]]));
  const set = (values: Record<string, string | undefined>) => { for (const [name, value] of Object.entries(values)) if (value === undefined) delete process.env[name]; else process.env[name] = value; };
  set({ SMTP_URL: undefined, MAIL_FROM: undefined, NOTIFY_API_KEY: `casemoot_test-${notifyService}-${notifySecret}`, NOTIFY_TEMPLATE: randomUUID(), NOTIFY_TEMPLATES: undefined, NOTIFY_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
  return { taken, became, close: async () => { set(before); server.closeAllConnections(); await new Promise<void>((resolve) => { server.close(() => resolve()); }); } };
}

/** The token that Notify's own clients make: HS256 by the key's secret, issued by its service, half a minute old at most. */
function isOurs(authorization: string): boolean {
  const [head = "", claims = "", signature] = authorization.replace(/^Bearer /, "").split(".");
  const read = (part: string) => JSON.parse(Buffer.from(part, "base64url").toString("utf8")) as Record<string, unknown>;
  if (!signature || createHmac("sha256", notifySecret).update(`${head}.${claims}`).digest("base64url") !== signature) return false;
  const { iss, iat } = read(claims);
  return read(head).alg === "HS256" && iss === notifyService && Math.abs(Number(iat) - Date.now() / 1000) < 30;
}
