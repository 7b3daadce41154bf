import "server-only";
import { queueForgotten } from "@/domain/mail/lifecycle.ts";
import { keepJobsRunning, type Task } from "@/platform/db/jobs.ts";
import { mailIsSetUp } from "@/platform/mail/smtp.ts";
import { sendMail } from "./send-mail.ts";

const queue_forgotten_mails: Task = async () => void (await queueForgotten(new Date()));

/** Everything that runs without a request. Where mail isn't set up nobody takes those jobs: they wait, untried. */
export const runJobs = (): (() => Promise<void>) =>
  keepJobsRunning(mailIsSetUp() ? { send_mail: sendMail, queue_forgotten_mails } : { queue_forgotten_mails }, [{ task: "queue_forgotten_mails", cron: "*/5 * * * *" }]);
