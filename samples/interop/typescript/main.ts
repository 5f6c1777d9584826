// Calls the samples' node by the client that generate.mjs makes of its contract.
import { CallError, QueueChannel } from './channel.js';
import { Arith, NodeTasks, type ArithDivideErrors } from './contract.js';

const [uri = 'redis://127.0.0.1:6379', node = 'node-1'] = process.argv.slice(2);
const any = new QueueChannel(uri, 'services:Arith');
const one = new QueueChannel(uri, `nodes:${node}`);
try {
  const arith = new Arith(any);
  const product: number = await arith.multiply({ a: 7, b: 8 });
  console.log(`7 * 8 = ${product}`);
  const { quotient, remainder } = await arith.divide({ dividend: 47, divisor: 10 });
  console.log(`47 / 10 = ${quotient}, remainder ${remainder}`);
  await arith.divide({ dividend: 1, divisor: 0 }).catch((failure: CallError) => {
    const { type } = failure.data as ArithDivideErrors;
    console.log(`1 / 0: ${type}`);
  });
  const info = await new NodeTasks(one).systemInfo();
  console.log(`${info.node} runs ${info.runningTasks.length} tasks`);
} finally {
  any.close();
  one.close();
}
