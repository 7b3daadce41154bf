import net from "node:net";

/** Tries to listen on a port: answers `{ port }` when it is free and `{ error }` when it isn't; port 0 asks for any. */
export function probe(port, host = "127.0.0.1") {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.on("error", (error) => resolve({ error }));
    server.listen(port, host, () => {
      const address = server.address();
      server.close(() => resolve({ port: address.port }));
    });
  });
}

export const freePort = async () => (await probe(0)).port;
