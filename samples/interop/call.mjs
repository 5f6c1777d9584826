// Calls Arith.multiply of a node from Node.js, without any part of Callbox.
//
//   java -jar samples/target/samples.jar serve --redis redis://127.0.0.1:6379 --node node-1
//   npm ci && node call.mjs redis://127.0.0.1:6379 node-1 7 8
import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';

const [uri, node, a, b] = process.argv.slice(2);
const id = randomUUID();
const request = {
  jsonrpc: '2.0',
  id,
  method: 'Arith.multiply',
  params: { a: Number(a), b: Number(b) },
};

const redis = new Redis(uri);
try {
  await redis.lpush(`nodes:${node}`, JSON.stringify(request));
  const popped = await redis.brpop(`nodes:${node}:${id}`, 10);
  if (!popped) throw new Error(`${node} did not answer within 10 s`);
  const { result, error } = JSON.parse(popped[1]);
  if (error) throw new Error(`${error.code}: ${error.message}`);
  console.log(result);
} finally {
  redis.disconnect();
}
