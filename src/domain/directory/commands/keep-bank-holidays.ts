import { command } from "../../command.ts";
import { findBankHolidays } from "../../kernel/bank-holidays.ts";
import { asDate, dayOf } from "../../kernel/dates.ts";
import { orNotFound, wrongField } from "../../kernel/outcome.ts";
import { AddBankHolidayInput, WithdrawBankHolidayInput } from "../inputs.ts";

/** A bank holiday that comes once: a coronation, a jubilee, a state funeral. Those of every year are known without anybody's help. What is planned on that day is flagged from now on. */
export const addBankHoliday = command({
  permission: "directory.settle",
  input: AddBankHolidayInput,
  async run({ tx, actor, now, require, record }, { day, name }) {
    const { partnershipId } = actor;
    const subject = { type: "partnership", id: partnershipId } as const;
    require("directory.settle", {}, subject);
    if (day < dayOf(now)) wrongField("day", "Day of the bank holiday must be today or in the future");
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${partnershipId} ${day}`}, 11))`;
    const there = (await findBankHolidays(tx, day, day)).get(day);
    if (there) wrongField("day", `That day is a bank holiday already: ${there}`);
    const { count } = await tx.bankHoliday.updateMany({ where: { partnershipId, onDay: asDate(day) }, data: { name, withdrawnAt: null } });
    if (count === 0) await tx.bankHoliday.createMany({ data: [{ partnershipId, onDay: asDate(day), name }] });
    record({ event: "bankHoliday.added", subject, particulars: { day } });
    return { day };
  },
});

/** It was put in by mistake, or doesn't come after all. */
export const withdrawBankHoliday = command({
  permission: "directory.settle",
  input: WithdrawBankHolidayInput,
  async run({ tx, actor, now, require, record }, { day }) {
    const { partnershipId } = actor;
    const subject = { type: "partnership", id: partnershipId } as const;
    require("directory.settle", {}, subject);
    const where = { partnershipId, onDay: asDate(day) };
    const held = orNotFound(await tx.bankHoliday.findFirst({ where, select: { withdrawnAt: true } }));
    // pressed twice: it is taken back already
    if (held.withdrawnAt) return { day };
    await tx.bankHoliday.updateMany({ where, data: { withdrawnAt: now } });
    record({ event: "bankHoliday.withdrawn", subject, particulars: { day } });
    return { day };
  },
});
