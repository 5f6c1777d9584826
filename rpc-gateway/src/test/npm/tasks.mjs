// Uses a gateway's tasks as the official SDK's client does, and says in a line of JSON what it has met.
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { CallToolResultSchema, CreateTaskResultSchema, TaskStatusNotificationSchema } from "@modelcontextprotocol/sdk/types.js";

const [here, there, token, otherToken] = process.argv.slice(2);

async function connected(uri, bearer) {
  const client = new Client({ name: "test", version: "1" });
  await client.connect(new StreamableHTTPClientTransport(new URL(uri), { requestInit: { headers: { Authorization: `Bearer ${bearer}` } } }));
  return client;
}

const refused = (promise) =>
  promise.then(
    (answer) => ({ answer }),
    (error) => ({ code: error.code, message: error.message }),
  );

const client = await connected(here, token);
const elsewhere = await connected(there, token);
const stranger = await connected(here, otherToken);
const tasks = client.experimental.tasks;
const create = async (args) =>
  (await client.request({ method: "tools/call", params: { name: "Library_count", arguments: args, task: { ttl: 60000 } } }, CreateTaskResultSchema)).task;

const heard = [];
elsewhere.setNotificationHandler(TaskStatusNotificationSchema, ({ params }) => void heard.push(params));

const said = { heard, capability: client.getServerCapabilities().tasks };
said.support = Object.fromEntries((await client.listTools()).tools.map((each) => [each.name, each.execution?.taskSupport]));

said.events = [];
for await (const event of tasks.callToolStream({ name: "Library_count", arguments: { to: 2 } }, undefined, { task: { ttl: 60000 } })) said.events.push(event);

// What one instance has begun, another tells of.
const created = await create({ to: 3 });
said.created = created;
said.result = await elsewhere.experimental.tasks.getTaskResult(created.taskId, CallToolResultSchema);
said.completed = await elsewhere.experimental.tasks.getTask(created.taskId);
said.listed = (await elsewhere.experimental.tasks.listTasks()).tasks.map((each) => each.taskId);

// What is cancelled there, has ended here.
const long = await create({ to: 10000 });
said.progress = [];
let ending;
const progressed = new Promise((resolve) => {
  const onprogress = (each) => resolve(said.progress.push(each.message));
  ending = elsewhere.experimental.tasks.getTaskResult(long.taskId, CallToolResultSchema, { onprogress });
});
await Promise.race([progressed, ending]);
said.cancelled = await elsewhere.experimental.tasks.cancelTask(long.taskId);
await ending;
said.afterwards = await tasks.getTask(long.taskId);
said.cancelledResult = await tasks.getTaskResult(long.taskId, CallToolResultSchema);
said.cancelledTwice = await refused(tasks.cancelTask(long.taskId));

// What fails, is told with its reason.
const unfit = await create({ to: "many" });
said.failedResult = await tasks.getTaskResult(unfit.taskId, CallToolResultSchema);
said.failed = await tasks.getTask(unfit.taskId);

// Nobody else sees any of it.
said.strange = [
  await refused(stranger.experimental.tasks.getTask(created.taskId)),
  await refused(stranger.experimental.tasks.getTaskResult(created.taskId, CallToolResultSchema)),
  await refused(stranger.experimental.tasks.cancelTask(created.taskId)),
];
said.strangersList = (await stranger.experimental.tasks.listTasks()).tasks;
console.log(JSON.stringify(said));
await Promise.all([client.close(), elsewhere.close(), stranger.close()]);
