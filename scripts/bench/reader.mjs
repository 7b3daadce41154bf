// A browser as far as the bench needs one: a connection kept open, a cookie, and forms posted without JavaScript.
import http from "node:http";
import { performance } from "node:perf_hooks";
import { Refusal } from "../refusal.mjs";

const PATIENCE = 20_000;

export class Reader {
  constructor(origin, cookie) {
    this.origin = origin;
    this.cookie = cookie;
    this.agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  }

  get(path, headers = {}) {
    return this.send("GET", path, headers);
  }

  /** Posts fields as a form with encoding multipart/form-data does. */
  post(path, fields) {
    const boundary = "----casemootbench";
    const parts = Object.entries(fields).map(([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);
    const body = `${parts.join("")}--${boundary}--\r\n`;
    const headers = { origin: this.origin, "content-type": `multipart/form-data; boundary=${boundary}`, "content-length": Buffer.byteLength(body) };
    return this.send("POST", path, headers, body);
  }

  send(method, path, headers, body) {
    const { agent, cookie } = this;
    const options = { method, agent, timeout: PATIENCE, headers: { accept: "text/html", ...(cookie && { cookie }), ...headers } };
    return new Promise((resolve, reject) => {
      const begun = performance.now();
      const request = http.request(`${this.origin}${path}`, options, (response) => {
        const chunks = [];
        response.on("data", (chunk) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks), ms: performance.now() - begun }));
      });
      request.on("timeout", () => request.destroy(new Refusal(`${method} ${path} was not answered within ${PATIENCE / 1000} seconds.`)));
      request.on("error", reject);
      request.end(body);
    });
  }

  close() {
    this.agent.destroy();
  }
}

/** The hidden fields of the form on a page that holds a field or button of this name: what a browser would send along. */
export function hiddenFields(html, holding) {
  const forms = html.match(/<form\b.*?<\/form>/gs) ?? [];
  const form = forms.find((one) => one.includes(` name="${holding}"`));
  if (!form) throw new Refusal(`No form on the page has a field named ${holding}.`);
  const inputs = [...form.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)].map(([input]) => input);
  const attribute = (input, name) => unescape(new RegExp(` ${name.replace("$", "\\$")}="([^"]*)"`).exec(input)?.[1] ?? "");
  return Object.fromEntries(inputs.map((input) => [attribute(input, "name"), attribute(input, "value")]));
}

const unescape = (text) => text.replace(/&(quot|amp|lt|gt|#x27);/g, (_, name) => ({ quot: '"', amp: "&", lt: "<", gt: ">", "#x27": "'" })[name]);
