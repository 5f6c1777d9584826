// Calls every method of a node, knowing nothing of it but the OpenRPC document it gives.
//
//   java -jar samples/target/samples.jar serve --redis redis://127.0.0.1:6379 --node node-1
//   npm ci && node contract.mjs redis://127.0.0.1:6379 node-1 [document]
//
// Arguments are built from the schemas of parameters. What comes back must fit the schema of the
// result, or be an error that the method declares; and an argument that does not fit its schema must
// be refused. A document in a file takes the place of the node's own.
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Redis } from 'ioredis';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const INVALID_ARGUMENT = -32602;
const ROUNDS = 4;
const DEEPEST = 3;

const [uri, node, file] = process.argv.slice(2);
const redis = new Redis(uri);

/** Sends a request, and waits for its response if there is to be one. */
async function call(method, params, oneWay = false) {
  const id = randomUUID();
  const request = { jsonrpc: '2.0', method, params, ...(oneWay ? {} : { id }) };
  await redis.lpush(`nodes:${node}`, JSON.stringify(request));
  if (oneWay) return {};
  const popped = await redis.brpop(`nodes:${node}:${id}`, 10);
  if (!popped) throw new Error(`${method} was not answered within 10 s`);
  return JSON.parse(popped[1]);
}

async function discover() {
  const { result, error } = await call('rpc.discover', {});
  if (error) throw new Error(`rpc.discover: ${error.message}`);
  return result;
}

const contract = file ? JSON.parse(await readFile(file, 'utf8')) : await discover();
const ajv = new Ajv({ strict: true });
addFormats(ajv);
ajv.addFormat('iri-reference', (text) => URL.canParse(text, 'base://of/all'));
ajv.addVocabulary([...Object.keys(contract), 'discriminator', ...extensions(contract)]);
ajv.addSchema(contract, 'contract');

/** The keywords of a document's own, whatever they are in: all begin with "x-". */
function extensions(part) {
  if (typeof part !== 'object' || part === null) return [];
  const own = Object.entries(part).flatMap(([name, each]) => [
    ...(name.startsWith('x-') ? [name] : []),
    ...extensions(each),
  ]);
  return [...new Set(own)].filter((name) => !(name in contract));
}

/** Fails unless a value fits the schema at a place in the document. */
function check(value, pointer, what) {
  const fits = ajv.compile({ $ref: `contract#${pointer}` });
  if (!fits(value)) {
    throw new Error(`${what}: ${JSON.stringify(value)} ${ajv.errorsText(fits.errors)}`);
  }
}

/** Texts of the types that say more of a text than a schema can make one from. */
const TEXTS = {
  char: ['a', '\u00fc'],
  UUID: ['00000000-0000-0001-0000-000000000002'],
  URI: ['https://example.org/a?b=c#d', '../e'],
  Locale: ['de_AT', 'zh_TW_#Hant'],
  Currency: ['EUR', 'JPY'],
  Instant: ['2024-02-29T12:00:00.5Z', '1969-12-31T23:59:59Z'],
  Duration: ['PT1H0.5S', 'PT-3S'],
  Period: ['P1Y2M3D', 'P0D'],
  LocalDate: ['2024-02-29'],
  LocalTime: ['12:30:00', '23:59:59.999999999'],
  LocalDateTime: ['2024-02-29T12:30:00'],
  OffsetDateTime: ['2024-02-29T12:30:00+02:00'],
  OffsetTime: ['12:30:00-05:00'],
  ZonedDateTime: ['2024-02-29T12:30:00+02:00'],
  Year: ['2024', '-1'],
  YearMonth: ['2024-02'],
  MonthDay: ['--02-29'],
  ZoneId: ['Europe/Vienna', 'Z'],
  ZoneOffset: ['+02:00', 'Z'],
  int: ['7', '-7'],
  long: ['9007199254740993', '-7'],
};

function text(schema, round) {
  if (schema.contentEncoding === 'base64') return Buffer.alloc(round, 0xfe).toString('base64');
  const texts = TEXTS[schema['x-type']];
  if (texts) return texts[round % texts.length];
  if (schema.pattern) throw new Error(`no text is known that fits ${JSON.stringify(schema)}`);
  return 'text '.repeat(round).slice(0, schema.maxLength);
}

/** A value that fits a schema, another in each round; what holds itself ends at some depth. */
function value(schema, round, depth = 0) {
  if (schema.$ref) return value(at(schema.$ref.slice(1)), round, depth + 1);
  if ('const' in schema) return schema.const;
  if (schema.enum) return schema.enum[round % schema.enum.length];
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) {
    const least = choices.find((each) => each.type === 'null');
    if (least && depth >= DEEPEST) return value(least, round);
    return value(choices[round % choices.length], round, depth);
  }
  switch (schema.type) {
    case 'integer':
      return Math.min(Math.max(round, schema.minimum ?? round), schema.maximum ?? round);
    case 'number':
      return round / 2;
    case 'boolean':
      return round % 2 === 0;
    case 'string':
      return text(schema, round);
    case 'array':
      return Array.from({ length: depth < DEEPEST ? round : 0 }, (_, index) =>
        value(schema.items ?? {}, index, depth + 1),
      );
    case 'object':
      return object(schema, round, depth);
    default:
      return null;
  }
}

function object(schema, round, depth) {
  const members = Object.entries(schema.properties ?? {}).map(([name, each]) => [
    name,
    value(each, round, depth),
  ]);
  if (typeof schema.additionalProperties === 'object') {
    const name = schema.propertyNames ? value(schema.propertyNames, round) : `key ${round}`;
    members.push([name, value(schema.additionalProperties, round, depth + 1)]);
  }
  return Object.fromEntries(members);
}

/** What a pointer leads to. */
function at(pointer) {
  return pointer.slice(1).split('/').reduce((whole, name) => whole[name], contract);
}

/** Arguments of which one does not fit; undefined if everything fits there. */
function misfit(method, parameter) {
  const wrong = { integer: 'text', number: {}, boolean: 3, string: 3, array: 3, object: 3 };
  if (!(parameter.schema.type in wrong)) return undefined;
  return { ...args(method, 1), [parameter.name]: wrong[parameter.schema.type] };
}

function args(method, round) {
  return Object.fromEntries(method.params.map(({ name, schema }) => [name, value(schema, round)]));
}

/** Whether an error is one that the method declares, with the details it declares. */
function declared(error, method, pointer) {
  const index = (method.errors ?? []).findIndex((each) => each.code === error.code);
  if (index < 0) return false;
  check(error.data, `${pointer}/errors/${index}/data`, method.name);
  return true;
}

async function tryOut(method, pointer) {
  const counts = { sent: 0, results: 0, errors: 0, refusals: 0 };
  const oneWay = method['x-oneway'] === true;
  for (let round = 0; round < ROUNDS; round++) {
    const { result, error } = await call(method.name, args(method, round), oneWay);
    if (oneWay) {
      counts.sent++;
    } else if (!error) {
      check(result, `${pointer}/result/schema`, method.name);
      counts.results++;
    } else if (declared(error, method, pointer)) {
      counts.errors++;
    } else {
      throw new Error(`${method.name} declares no ${JSON.stringify(error)}`);
    }
  }
  for (const parameter of oneWay ? [] : method.params) {
    const wrong = misfit(method, parameter);
    if (!wrong) continue;
    const { error } = await call(method.name, wrong);
    if (error?.code !== INVALID_ARGUMENT || !error.message.includes(parameter.name)) {
      throw new Error(`${method.name} took ${JSON.stringify(wrong)}: ${JSON.stringify(error)}`);
    }
    counts.refusals++;
  }
  return counts;
}

try {
  for (const [index, method] of contract.methods.entries()) {
    const { sent, results, errors, refusals } = await tryOut(method, `/methods/${index}`);
    console.log(
      `${method.name}: ${sent} sent, ${results} results, ${errors} declared errors, ${refusals} refusals`,
    );
  }
} catch (failure) {
  console.error(failure.message);
  process.exitCode = 1;
} finally {
  redis.disconnect();
}
