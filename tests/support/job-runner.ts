// A process that runs the jobs and nothing else, as many stand beside one another behind one database.
import { runJobs } from "@/jobs/run-jobs.ts";

const stop = runJobs();
process.on("SIGTERM", () => void stop().then(() => process.exit()));
// it doesn't outlive whoever started it
process.on("disconnect", () => process.exit());
