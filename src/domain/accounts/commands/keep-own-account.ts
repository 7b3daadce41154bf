import { z } from "zod";
import { type CommandContext, command } from "../../command.ts";
import type { Actor } from "../../kernel/actor.ts";
import { mail } from "../../mail/send.ts";
import { newRecoveryCodes, sealSecret, stepOfCode } from "../codes.ts";
import { ChangePasswordInput, RecoveryCodesInput, ReplaceFactorInput } from "../inputs.ts";
import { hashOfPassword, wrongWithPassword } from "../password.ts";
import { proven } from "../proof.ts";
import { appToReplace } from "../queries/view-own-account.ts";
import { endOthers } from "./end-sessions.ts";

const themself = (actor: Actor) => ({ type: "person", id: actor.personId }) as const;
const requireOwn = ({ require, actor }: Pick<CommandContext, "require" | "actor">) => require("account.keep", { isSelf: true }, themself(actor));

const storePassword = command({
  permission: "account.keep",
  input: z.strictObject({ passwordHash: z.string() }),
  async run({ tx, actor, now, require, record }, { passwordHash }) {
    requireOwn({ require, actor });
    await tx.$queryRaw`select app.set_own_password(${passwordHash}, ${now}::timestamptz)`;
    await endOthers(tx, actor, now);
    await mail(tx, actor, { to: actor.personId, template: "account.passwordChanged", facts: { at: now.toISOString() } }, now);
    record({ event: "account.passwordChanged", subject: themself(actor), particulars: {} });
    return {};
  },
});

/** A new password; every other session ends. */
export const changePassword = proven(ChangePasswordInput, {
  wrong(fields, own) {
    const problem = wrongWithPassword(fields.password, { ...own, hasFactor: own.sealedSecret !== null, mustHaveFactor: false });
    return problem === null ? null : { password: [problem] };
  },
  act: async (actor, { password }, _, now) => storePassword(actor, { passwordHash: await hashOfPassword(password) }, now),
});

const hashes = z.array(z.instanceof(Buffer));
const storeFactor = command({
  permission: "account.keep",
  input: z.strictObject({ sealed: z.instanceof(Buffer), step: z.number(), hashes }),
  async run({ tx, actor, now, require, record }, stored) {
    requireOwn({ require, actor });
    await tx.$queryRaw`select app.set_own_second_factor(${stored.sealed}, ${stored.step}::bigint, ${stored.hashes}::bytea[], ${now}::timestamptz)::text`;
    await endOthers(tx, actor, now);
    await mail(tx, actor, { to: actor.personId, template: "account.secondFactorSet", facts: { at: now.toISOString() } }, now);
    record({ event: "secondFactor.set", subject: themself(actor), particulars: {} });
    return {};
  },
});

const wrongNewCode = { newCode: ["The code is wrong. Wait for the next one and enter that"] };

/** Sets up a second factor, or another in its place; every other session ends. Answers the recovery codes, which nobody can read again. */
export const replaceFactor = proven(ReplaceFactorInput, {
  async wrong({ newCode }, _, actor, now) {
    const app = await appToReplace(actor, {});
    return stepOfCode(app.secret, newCode, now) === null ? wrongNewCode : null;
  },
  async act(actor, { newCode }, _, now) {
    const { secret } = await appToReplace(actor, {});
    const step = stepOfCode(secret, newCode, now);
    if (step === null) return { ok: false, problem: { kind: "invalid", fields: wrongNewCode } };
    const made = newRecoveryCodes();
    const stored = await storeFactor(actor, { sealed: sealSecret(secret), step, hashes: made.hashes }, now);
    return stored.ok ? { ok: true, value: { codes: made.codes } } : stored;
  },
});

const storeCodes = command({
  permission: "account.keep",
  input: z.strictObject({ hashes }),
  async run({ tx, actor, now, require, record }, made) {
    requireOwn({ require, actor });
    await tx.$queryRaw`select app.set_own_recovery_codes(${made.hashes}::bytea[], ${now}::timestamptz)::text`;
    record({ event: "secondFactor.codesMade", subject: themself(actor), particulars: {} });
    return {};
  },
});

/** Ten new recovery codes; the ones before no longer count. */
export const makeRecoveryCodes = proven(RecoveryCodesInput, {
  wrong: (_, own) => (own.sealedSecret ? null : { "": ["Set up a second factor first"] }),
  async act(actor, _, __, now) {
    const made = newRecoveryCodes();
    const stored = await storeCodes(actor, { hashes: made.hashes }, now);
    return stored.ok ? { ok: true, value: { codes: made.codes } } : stored;
  },
});
