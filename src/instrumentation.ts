/** Runs once as the server starts, however it was started: with a database that isn't fit, there is no service. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { keepHeadsOutside, refuseToStandInTheOpen, refuseUnfitDatabase, startJobs } = await import("./instrumentation-node.ts");
  refuseToStandInTheOpen();
  await refuseUnfitDatabase();
  await keepHeadsOutside();
  await startJobs();
}
