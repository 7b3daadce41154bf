// An organisation's sign-in as it is in the world: a real OpenID provider on this machine, and what could be wrong with one.
import { createSign, generateKeyPairSync, type KeyObject, randomUUID } from "node:crypto";
import http, { type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";

export type Account = { email?: string; email_verified?: boolean; name?: string; preferred_username?: string };
type Claims = Record<string, unknown>;

export type Issuer = {
  address: string;
  clientId: string;
  clientSecret: string;
  /** Who it knows, by subject. */
  accounts: Map<string, Account>;
  /** Who sits at the browser: signed in there at once. Undefined: the provider asks, with a button. */
  signedIn: string | undefined;
  /** Where it sends people back to. */
  redirectAddresses: string[];
  /** What it says otherwise than it should. */
  tamper: { claims?: (claims: Claims) => Claims; key?: KeyObject; description?: (said: Claims) => unknown; answers?: (response: ServerResponse) => void };
  end: () => Promise<void>;
};

const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const kid = "the-only-key";
const part = (text: string) => Buffer.from(text).toString("base64url");

/** A token like the provider's own, saying something else. */
function signed(claims: Claims, key: KeyObject): string {
  const body = `${part(JSON.stringify({ alg: "RS256", typ: "JWT", kid }))}.${part(JSON.stringify(claims))}`;
  return `${body}.${createSign("RSA-SHA256").update(body).sign(key).toString("base64url")}`;
}

/** One store for everything the provider keeps, but clients: those may be sent back wherever the test says. */
function adapter(client: () => Claims) {
  const kept = new Map<string, Claims>();
  return class {
    constructor(readonly model: string) {}
    #key = (id: string) => `${this.model} ${id}`;
    async upsert(id: string, payload: Claims) { kept.set(this.#key(id), payload); }
    async find(id: string) { return this.model === "Client" ? client() : kept.get(this.#key(id)); }
    async findByUid(uid: string) { return [...kept].find(([key, { uid: its }]) => key.startsWith(this.model) && its === uid)?.[1]; }
    async findByUserCode() { return undefined; }
    async destroy(id: string) { kept.delete(this.#key(id)); }
    async revokeByGrantId(grantId: string) { for (const [key, payload] of kept) if (payload.grantId === grantId) kept.delete(key); }
    async consume(id: string) { Object.assign(kept.get(this.#key(id)) ?? {}, { consumed: Math.floor(Date.now() / 1000) }); }
  };
}

export async function anIssuer({ port = 0, claimsInToken = true }: { port?: number; claimsInToken?: boolean } = {}): Promise<Issuer> {
  const server = http.createServer();
  await new Promise<void>((done) => server.listen(port, "127.0.0.1", done));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const issuer: Issuer = {
    address, clientId: randomUUID(), clientSecret: randomUUID(), accounts: new Map(), signedIn: undefined, redirectAddresses: [], tamper: {},
    end: () => new Promise((done) => { server.closeAllConnections(); server.close(() => done()); }),
  };
  const provider = new Provider(address, {
    adapter: adapter(() => ({ client_id: issuer.clientId, client_secret: issuer.clientSecret, token_endpoint_auth_method: "client_secret_post", redirect_uris: issuer.redirectAddresses, grant_types: ["authorization_code"], response_types: ["code"] })),
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), kid, use: "sig", alg: "RS256" }] },
    cookies: { keys: [randomUUID()] },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name", "preferred_username"] },
    conformIdTokenClaims: !claimsInToken,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    ttl: { Session: 3600, Interaction: 3600, Grant: 3600, AccessToken: 3600, IdToken: 3600 },
    findAccount: (_: unknown, accountId: string) => issuer.accounts.has(accountId) && { accountId, claims: () => ({ sub: accountId, ...issuer.accounts.get(accountId) }) },
    // nobody is asked whether their employer's own sign-in may tell their employer's partnership who they are
    async loadExistingGrant({ oidc }: { oidc: { client: { clientId: string }; session: { accountId: string } } }) {
      const grant = new provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
  });
  const own = provider.callback();
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    const path = new URL(request.url ?? "/", address);
    if (issuer.tamper.answers) return issuer.tamper.answers(response);
    if (path.pathname.startsWith("/interaction/")) return interaction(path);
    if (path.pathname === "/token" || path.pathname === "/.well-known/openid-configuration") retold(path.pathname === "/token");
    return own(request, response);

    function interaction({ searchParams }: URL) {
      const who = searchParams.get("as") ?? issuer.signedIn;
      if (who !== undefined) return void provider.interactionFinished(request, response, { login: { accountId: who } });
      const buttons = [...issuer.accounts.keys()].map((subject) => `<button name="as" value="${subject}">${subject}</button>`).join(" ");
      response.writeHead(200, { "content-type": "text/html" }).end(`<!doctype html><title>Sign in there</title><form>${buttons}</form>`);
    }
    /** Lets the provider answer, and passes on what the test would have it say. */
    function retold(token: boolean) {
      const end = response.end.bind(response);
      response.end = ((body: unknown) => {
        if (response.statusCode !== 200) return end(body);
        const said = JSON.parse(String(body)) as Claims;
        const { claims, key, description } = issuer.tamper;
        let told: unknown = said;
        if (token && (claims || key) && typeof said.id_token === "string") {
          const read = JSON.parse(Buffer.from(said.id_token.split(".")[1] ?? "", "base64url").toString()) as Claims;
          told = { ...said, id_token: signed(claims ? claims(read) : read, key ?? privateKey) };
        } else if (!token && description) told = description(said);
        response.removeHeader("content-length");
        return end(JSON.stringify(told));
      }) as typeof response.end;
    }
  });
  return issuer;
}

/** Goes where a browser would be sent, with its cookies, until it is sent back to an address that begins with `back`. Answers what stands behind "?". */
export async function follow(address: string, back: string): Promise<string> {
  const jar = new Map<string, string>();
  let next = address;
  for (let steps = 0; steps < 12 && !next.startsWith(back); steps++) {
    const response = await fetch(next, { redirect: "manual", headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") } });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      jar.set(name, value);
    }
    const to = response.headers.get("location");
    if (!to) throw new Error(`the issuer stopped at ${new URL(next).pathname} with ${response.status}: ${(await response.text()).slice(0, 600)}`);
    next = new URL(to, next).href;
  }
  return new URL(next).search;
}

export const anotherKey = () => generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
