#!/usr/bin/env node
// Prisma's CLI speaks JSON-RPC over stdio to a schema-engine binary it would download at run time. This is the same engine as
// WebAssembly, from the npm registry, behind the same protocol: `PRISMA_SCHEMA_ENGINE_BINARY=<this file> prisma migrate …`.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { PGlite } from '@electric-sql/pglite';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import * as engineGlue from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';
import { PrismaPGlite } from 'pglite-prisma-adapter';

const args = process.argv.slice(2);
const option = (name) => {
  const at = args.lastIndexOf(name);
  return at < 0 ? undefined : args[at + 1];
};
const logError = (fields) => process.stderr.write(`${JSON.stringify({ level: 'ERROR', target: 'schema_engine::logger', fields })}\n`);
const send = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);

const CHAR_OID = 18; // "char", which catalogs use and adapter-pg does not know
const TEXT_OID = 25;

async function connectInMemory() {
  const db = await PGlite.create();
  const adapter = await new PrismaPGlite(db).connect();
  // The adapter does not wait for scripts, so that the next statement could run before a migration has ended.
  adapter.executeScript = async (script) => void (await db.exec(script));
  return adapter;
}

async function connectServer(url) {
  const pool = new pg.Pool({ connectionString: url });
  const adapter = await new PrismaPg(pool, { disposeExternalPool: true }).connect();
  // The CLI asks one thing at a time, so what the last result held is known when the adapter returns it.
  let charColumns = [];
  const query = pool.query.bind(pool);
  pool.query = async (...given) => {
    const result = await query(...given);
    charColumns = (result.fields ?? []).flatMap((field, at) => (field.dataTypeID === CHAR_OID ? [at] : []));
    for (const at of charColumns) result.fields[at].dataTypeID = TEXT_OID;
    return result;
  };
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (asked) => {
    const result = await queryRaw(asked);
    return { ...result, columnTypes: result.columnTypes.map((type, at) => (charColumns.includes(at) ? ColumnTypeEnum.Character : type)) };
  };
  return adapter;
}

function createFactory(url) {
  return {
    provider: 'postgres',
    adapterName: 'schema-engine-wasm',
    connect: () => (url ? connectServer(url) : connectInMemory()),
    // adapter-pg would use the MAIN database as its own shadow: replaying migrations there would clash with what exists.
    connectToShadowDb: connectInMemory,
  };
}

let panic; // the engine reports a panic through this global, then traps
globalThis.PRISMA_WASM_PANIC_REGISTRY = {
  set_message: (message) => {
    panic = message;
    logError({ message });
  },
};

async function startEngine(url) {
  const require = createRequire(import.meta.url);
  const bytes = readFileSync(require.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/\.js$/, '.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': engineGlue });
  engineGlue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  const files = args.flatMap((arg, at) => (arg === '--datamodels' ? [args[at + 1]] : []));
  const datamodels = files.map((path) => [path, readFileSync(path, 'utf8')]);
  const factory = bindMigrationAwareSqlAdapterFactory(createFactory(url));
  // An empty list would make it panic; `migrate diff` names no schema at start.
  const engine = await engineGlue.SchemaEngine.new({ datamodels: datamodels.length > 0 ? datamodels : undefined }, () => {}, factory);
  return { engine, factory };
}

/** What went wrong, as the CLI wants it; the driver's own words hide in the factory's error registry. */
function toRpcError(error, factory) {
  const text = error instanceof Error ? error.message : String(error);
  const id = /external error[^0-9]{0,40}(\d+)/i.exec(text)?.[1];
  const cause = id === undefined ? undefined : factory.errorRegistry.consumeError(Number(id))?.error;
  let known = {};
  try {
    known = JSON.parse(text);
  } catch {} // a plain sentence, not the engine's JSON
  const message = panic ?? known.message ?? cause?.message ?? text;
  return { code: 4466, message, data: { is_panic: panic !== undefined, message, error_code: known.error_code ?? error?.code, meta: known.meta } };
}

async function serve() {
  const { url } = JSON.parse(option('--datasource') ?? '{}');
  const { engine, factory } = await startEngine(url || undefined);
  let queue = Promise.resolve();
  createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })
    .on('line', (line) => {
      const { id, method, params } = JSON.parse(line);
      if (method === undefined) return; // the answer to our `print`
      queue = queue.then(async () => {
        try {
          const run = method === 'getDatabaseVersion' ? 'version' : method;
          const result = (await engine[run](params)) ?? {};
          // The CLI prints what the engine asks it to print and ignores `stdout` of the answer.
          if (method === 'diff' && result.stdout) send({ id: 1_000_000 + id, jsonrpc: '2.0', method: 'print', params: { content: result.stdout } });
          send({ jsonrpc: '2.0', id, result });
        } catch (error) {
          send({ jsonrpc: '2.0', id, error: toRpcError(error, factory) });
        }
      });
    })
    .on('close', () => queue.then(() => process.exit(0)));
}

/** `cli can-connect-to-database` and `cli create-database`, asked by `migrate deploy` and `dev` before they begin. */
async function runCliCommand() {
  const { url } = JSON.parse(option('--datasource') ?? '{}');
  const target = new URL(url);
  const name = decodeURIComponent(target.pathname.slice(1));
  if (args.includes('create-database')) target.pathname = '/postgres';
  const client = new pg.Client({ connectionString: target.href });
  try {
    await client.connect();
    if (args.includes('create-database')) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } catch (error) {
    const code = error.code === '3D000' ? 'P1003' : 'P1001';
    logError({ error_code: code, message: error.message });
    process.exitCode = 1;
  } finally {
    await client.end().catch(() => {}); // a connection that never opened has nothing to close
  }
}

await (args.includes('cli') ? runCliCommand() : serve());
