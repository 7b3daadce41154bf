import net from "node:net";
import { onTestFinished } from "vitest";
import { readProxies } from "../../scripts/edge/caller.mjs";
import { edge } from "../../scripts/edge/server.mjs";
import type { Handle } from "../../scripts/edge/server.mjs";

export const secret = "a secret of more than thirty-two characters";

/** An edge on this machine before an application that answers whatever the test says. */
export async function anEdge({ handle = (_, response) => void response.end("a page"), origin = "http://localhost:3000", proxies = "", isLimited = true }: { handle?: Handle; origin?: string; proxies?: string; isLimited?: boolean } = {}) {
  const isProxy = readProxies(proxies);
  if (!isProxy) throw new Error("no addresses");
  const door = edge({ handle, origin, secret, isProxy, isLimited });
  await door.listen(0, "127.0.0.1");
  onTestFinished(async () => {
    door.server.closeAllConnections();
    await door.end();
  });
  const address = door.server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { door, port, url: `http://127.0.0.1:${port}` };
}

/** What comes back when these bytes are written on a connection, until it is closed. */
export const written = (port: number, bytes: string) =>
  new Promise<string>((resolve, reject) => {
    const socket = net.connect(port, "127.0.0.1", () => socket.write(bytes));
    let said = "";
    socket.setEncoding("utf8").on("data", (text: string) => void (said += text)).on("close", () => resolve(said)).on("error", reject);
  });
