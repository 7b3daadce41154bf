// Where a request came from. What a request says of that counts only from a proxy that the operator named.
import net from "node:net";

/** Reads addresses and networks such as "10.0.0.4, 10.1.0.0/16": answers whether an address is one of them; undefined where the text is none. */
export function readProxies(text) {
  const list = new net.BlockList();
  for (const part of text.split(/[\s,]+/).filter(Boolean)) {
    const [address, prefix, ...more] = part.split("/");
    const version = net.isIP(address);
    if (version === 0 || more.length > 0 || (prefix !== undefined && !/^\d{1,3}$/.test(prefix)) || Number(prefix) > (version === 4 ? 32 : 128)) return undefined;
    const family = version === 4 ? "ipv4" : "ipv6";
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(prefix), family);
  }
  return (address) => net.isIP(address) !== 0 && list.check(address, net.isIP(address) === 4 ? "ipv4" : "ipv6");
}

/** IPv4 told as IPv6 is IPv4. */
const plain = (address = "") => address.trim().replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, "");

/** The nearest address that is not a trusted proxy: read from the end of X-Forwarded-For, where the proxies write. */
export function callerOf({ socket, headers }, isProxy) {
  const peer = plain(socket.remoteAddress);
  if (!isProxy(peer)) return peer;
  const told = [headers["x-forwarded-for"] ?? ""].flat().join(",").split(",").map(plain);
  for (const address of told.toReversed()) {
    if (net.isIP(address) === 0) return peer;
    if (!isProxy(address)) return address;
  }
  return peer;
}

/** What one sender holds: an IPv4 address, or the network of an IPv6 one, of which each machine has a whole 64 bits. */
export function networkOf(address) {
  if (net.isIP(address) !== 6) return address;
  const [front = "", back] = address.split("%")[0].split("::");
  const groups = front.split(":").filter(Boolean);
  const rest = (back ?? "").split(":").filter(Boolean);
  const all = back === undefined ? groups : [...groups, ...Array.from({ length: Math.max(0, 8 - groups.length - rest.length) }, () => "0"), ...rest];
  return all.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16)).join(":");
}
