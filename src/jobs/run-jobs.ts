import "server-only";
import { remindOfEscalations } from "@/domain/escalations/remind.ts";
import { queueForgotten, writeByTheDay } from "@/domain/mail/lifecycle.ts";
import { keepJobsRunning, type Task } from "@/platform/db/jobs.ts";
import { mailIsSetUp } from "@/platform/mail/carrier.ts";
import { followMail } from "./follow-mail.ts";
import { sendMail } from "./send-mail.ts";

const queue_forgotten_mails: Task = async () => void (await queueForgotten(new Date()));
const write_by_the_day: Task = async () => void (await writeByTheDay(new Date()));

const remind_of_escalations: Task = async () => void (await remindOfEscalations(new Date()));

/** Everything that runs without a request. Where mail isn't set up nobody takes those jobs: they wait, untried. By the day means from 7am in London; asked each hour, a server that was away at 7 catches up. */
export const runJobs = (): (() => Promise<void>) =>
  keepJobsRunning({ queue_forgotten_mails, write_by_the_day, remind_of_escalations, ...(mailIsSetUp() ? { send_mail: sendMail, follow_mail: followMail } : {}) }, [
    { task: "queue_forgotten_mails", cron: "*/5 * * * *" },
    { task: "write_by_the_day", cron: "2 * * * *" },
    { task: "remind_of_escalations", cron: "0 6 * * *" },
    ...(mailIsSetUp() ? [{ task: "follow_mail", cron: "*/10 * * * *" }] : []),
  ]);
