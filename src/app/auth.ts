import "server-only";
import { randomUUID } from "node:crypto";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { signIn } from "@/domain/accounts/commands/sign-in.ts";
import { signOut } from "@/domain/accounts/commands/sign-out.ts";
import { SignInInput } from "@/domain/accounts/inputs.ts";
import { callerAddress } from "@/platform/caller-address.ts";
import { deviceOf } from "@/platform/device.ts";
import { hashOf, newReference, sessionCookie, sessionSeconds } from "@/platform/auth/session-cookie.ts";

const { name, options } = sessionCookie();

/**
 * next-auth keeps the encrypted cookie; who is behind it is our own session row, read at each request. Its credentials
 * provider and the sign-in page call the same function. The token carries a random reference and nothing else.
 */
export const authOptions: NextAuthOptions = {
  session: { strategy: "jwt", maxAge: sessionSeconds },
  pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
  cookies: { sessionToken: { name, options } },
  providers: [
    Credentials({
      credentials: { email: { type: "email" }, password: { type: "password" } },
      async authorize(sent, request) {
        const parsed = SignInInput.safeParse(sent);
        if (!parsed.success) return null;
        const { reference, hash } = newReference();
        const header = (name: string) => {
          const value: unknown = request.headers?.[name];
          return typeof value === "string" ? value : null;
        };
        const address = callerAddress({ get: header });
        const entered = await signIn({ ...parsed.data, address }, { hash, device: deviceOf(header("user-agent")), requestId: randomUUID() });
        // a second step has pages of its own; here it is no session
        return entered?.kind === "session" ? { id: reference } : null;
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => (user ? { reference: user.id } : { reference: token.reference }),
    session: ({ session }) => ({ expires: session.expires }),
  },
  events: {
    async signOut({ token }) {
      if (typeof token?.reference === "string") await signOut(hashOf(token.reference), randomUUID());
    },
  },
};
