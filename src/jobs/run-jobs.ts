import "server-only";
import { remindOfEscalations } from "@/domain/escalations/remind.ts";
import { queueForgotten } from "@/domain/mail/lifecycle.ts";
import { keepJobsRunning, type Task } from "@/platform/db/jobs.ts";
import { mailIsSetUp } from "@/platform/mail/smtp.ts";
import { sendMail } from "./send-mail.ts";

const queue_forgotten_mails: Task = async () => void (await queueForgotten(new Date()));

const remind_of_escalations: Task = async () => void (await remindOfEscalations(new Date()));

/** Everything that runs without a request. Where mail isn't set up nobody takes those jobs: they wait, untried. */
export const runJobs = (): (() => Promise<void>) =>
  keepJobsRunning(mailIsSetUp() ? { send_mail: sendMail, queue_forgotten_mails, remind_of_escalations } : { queue_forgotten_mails, remind_of_escalations }, [{ task: "queue_forgotten_mails", cron: "*/5 * * * *" }, { task: "remind_of_escalations", cron: "0 6 * * *" }]);
