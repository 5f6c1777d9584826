// Uses a gateway as the official SDK's client does, and says in a line of JSON what it has met.
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";

const [kind, ...where] = process.argv.slice(2);
const transport =
  kind === "http"
    ? new StreamableHTTPClientTransport(new URL(where[0]), { requestInit: { headers: { Authorization: `Bearer ${where[1]}` } } })
    : new StdioClientTransport({ command: where[0], args: where.slice(1), stderr: "ignore" });
const client = new Client({ name: "test", version: "1" });
await client.connect(transport);
const call = (name, args, options) => client.callTool({ name, arguments: args }, undefined, options);

const said = { server: client.getServerVersion().name };
// A gateway that has just started may wait for the contract of a busy node.
for (let times = 0; times < 300 && !said.tools?.length; times++) {
  if (times > 0) await new Promise((resolve) => setTimeout(resolve, 200));
  said.tools = (await client.listTools()).tools;
}
said.find = await call("Library_find", { number: 1 });
said.unknown = await call("Library_find", { number: 2 });
said.unfit = await call("Library_find", { number: "x" });
said.arranged = await call("Library_arrange", {
  part: { "@type": "Row", parts: [{ "@type": "Row", parts: [] }, { "@type": "Single", book: { number: 9, title: "<b>" } }] },
  note: null,
});

said.progress = [];
await call("Library_wait", { millis: 2500 }, { onprogress: (each) => said.progress.push(each) });

said.counting = [];
const id = "count-" + kind;
const counted = (options) => client.callTool({ name: "Library_count", arguments: { to: 6 }, _meta: { "callbox/id": id } }, undefined, options);
said.counted = await counted({ onprogress: (each) => said.counting.push(each) });
said.joined = await counted();

const abort = new AbortController();
setTimeout(() => abort.abort("no longer wanted"), 700);
said.cancelled = await call("Library_wait", { millis: 60000 }, { signal: abort.signal }).then(
  () => "answered",
  (error) => error.message,
);
said.after = await call("Library_find", { number: 1 });
console.log(JSON.stringify(said));
await client.close();
