// Makes a TypeScript client from the OpenRPC document of a node, or from one in a file.
//
//   npm ci
//   node typescript/generate.mjs redis://127.0.0.1:6379 node-1 > typescript/contract.ts
//   node typescript/generate.mjs target/classes/META-INF/callbox/Arith.openrpc.json > typescript/contract.ts
//   npx tsc -p typescript
//
// json-schema-to-typescript makes the types; the classes, one for each service, are made here. They
// need a Channel, such as the one in channel.ts.
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Redis } from 'ioredis';
import { compile } from 'json-schema-to-typescript';

const [source, node] = process.argv.slice(2);
const contract = node ? await discover() : JSON.parse(await readFile(source, 'utf8'));

/** Asks a node for its contract. */
async function discover() {
  const redis = new Redis(source);
  try {
    const id = randomUUID();
    await redis.lpush(`nodes:${node}`, JSON.stringify({ jsonrpc: '2.0', id, method: 'rpc.discover' }));
    const popped = await redis.brpop(`nodes:${node}:${id}`, 10);
    if (!popped) throw new Error(`${node} does not answer within 10 s`);
    const { result, error } = JSON.parse(popped[1]);
    if (error) throw new Error(`rpc.discover: ${error.message}`);
    return result;
  } finally {
    redis.disconnect();
  }
}

/** A name of the wire as a name of a type: `Arith.multiply` is `ArithMultiply`. */
function typeName(name) {
  return name
    .split(/[^A-Za-z0-9]+/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('')
    .replace(/[0-9]+[a-z]/g, (found) => found.toUpperCase());
}

/** The type that a method's result has: one of the document's, or one of its own. */
function resultType({ name, result }) {
  const reference = result.schema.$ref;
  return reference ? typeName(reference.split('/').pop()) : `${typeName(name)}Result`;
}

/** The types of a method: what it takes, what it gives, and what its declared errors carry. */
function typesOf(method) {
  const { name, params, result, errors = [] } = method;
  const type = typeName(name);
  return {
    [`${type}Params`]: {
      type: 'object',
      properties: Object.fromEntries(params.map((each) => [each.name, each.schema])),
      required: params.filter((each) => each.required).map((each) => each.name),
    },
    ...(result ? { [resultType(method)]: result.schema } : {}),
    ...(errors.length ? { [`${type}Errors`]: { anyOf: errors.map(({ data }) => data) } } : {}),
  };
}

function comment({ summary, description, deprecated }, indent) {
  const text = [description ?? summary, deprecated ? '@deprecated' : undefined].filter(Boolean);
  if (!text.length) return '';
  return `${indent}/** ${text.join('\n').replaceAll('*/', '*\\/').replaceAll('\n', `\n${indent} * `)} */\n`;
}

/** A method's name as a member of a class has it. */
function member(name) {
  const plain = /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name) && !['constructor', 'channel'].includes(name);
  return plain ? name : `[${JSON.stringify(name)}]`;
}

function method(service, each) {
  const type = typeName(each.name);
  const name = member(each.name.slice(service.length + 1));
  const needed = each.params.length > 0;
  const parameter = needed ? `params: ${type}Params` : '';
  const values = needed ? 'params' : '{}';
  const [result, call] = each['x-oneway'] ? ['void', 'send'] : [resultType(each), 'call'];
  return (
    comment(each, '  ') +
    `  ${name}(${parameter}): Promise<${result}> {\n` +
    `    return this.channel.${call}(${JSON.stringify(each.name)}, ${values});\n  }\n`
  );
}

function client([service, methods]) {
  return (
    `\nexport class ${typeName(service)} {\n` +
    '  constructor(private readonly channel: Channel) {}\n\n' +
    `${methods.map((each) => method(service, each)).join('\n')}}\n`
  );
}

const services = new Map();
for (const each of contract.methods) {
  const service = each.name.slice(0, each.name.lastIndexOf('.'));
  services.set(service, [...(services.get(service) ?? []), each]);
}

const PLACE = '#/components/schemas/';

/** A part of the document with its references as json-schema-to-typescript reads them. */
function referring(part) {
  if (typeof part !== 'object' || part === null) return part;
  if (Array.isArray(part)) return part.map(referring);
  return Object.fromEntries(
    Object.entries(part).map(([name, value]) =>
      name === '$ref'
        ? [name, `#/definitions/${typeName(value.slice(PLACE.length))}`]
        : [name, referring(value)],
    ),
  );
}

const named = Object.entries(contract.components?.schemas ?? {});
const definitions = referring({
  ...Object.assign({}, ...contract.methods.map(typesOf)),
  ...Object.fromEntries(named.map(([name, each]) => [typeName(name), each])),
});
const types = await compile({ type: 'object', definitions }, 'Contract', {
  additionalProperties: false,
  bannerComment: '',
  unreachableDefinitions: true,
});
process.stdout.write(
  `// Made by generate.mjs from the contract of ${contract.info.title}. Not to be edited.\n` +
    "import type { Channel } from './channel.js';\n\n" +
    types
      .replaceAll(/( \*\n)? \* This interface was referenced by .*\n \* via the .*\n/g, '')
      .replaceAll(/\/\*\*\n \*\/\n/g, '')
      .replace('export interface Contract {}\n', '') +
    [...services].map(client).join(''),
);
