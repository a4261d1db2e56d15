import { closeSync, openSync, statfsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { PGlite } from '@electric-sql/pglite';
import { AppError } from '../core/errors.ts';
import type { Log } from '../core/log.ts';

// SQLSTATE 53 (no space, no memory, no descriptors), 58 (files that cannot be opened, made or read) and XX (internal).
const ILL_STATE = /^(53|58|XX)/;
const CHECK_EVERY_MS = 1000;
/** A statement that fails so each time must not have the store opened again and again. */
const REST_MS = 10_000;
const CLOSE_MS = 2000;
/** What a store needs to open and to go on: some of its files, and one more segment of its log (16 MB). */
const SPARE_FILES = 64;
const SPARE_BYTES = 32 * 1024 * 1024;

export interface SelfHealing {
  /** Always the instance in use. While there is none, calls throw STORE_UNAVAILABLE. */
  readonly db: PGlite;
  /** Whether the disk has what a store needs to go on. */
  hasRoom(): boolean;
  /** Stops watching and closes. */
  close(): Promise<void>;
}

/**
 * Opens an embedded store anew once it has met the end of descriptors, space or memory and there is some again. Without it a
 * file that could be made but not opened stays in the way of every later write ("could not create file: File exists"), and an
 * instance that gave itself up answers nothing, until the process is restarted. What was acknowledged is in the log and is
 * recovered as after a crash; what was not fails, and says that it was not carried out.
 */
export function createSelfHealing(first: PGlite, open: () => Promise<PGlite>, directory: string, log: Log): SelfHealing {
  const closing = new AbortController();
  let current: PGlite | undefined = first;
  let healing: Promise<void> | undefined;

  function notice(error: unknown): void {
    if (healing || closing.signal.aborted || !isIll(error)) return;
    log.error({ error }, 'the embedded store is ill: it is opened anew once there are descriptors and space for it');
    healing = heal().finally(() => {
      healing = undefined;
    });
  }

  async function heal(): Promise<void> {
    while (!closing.signal.aborted) {
      await pause(CHECK_EVERY_MS);
      if (closing.signal.aborted || !hasRoom(directory)) continue;
      const ill = current;
      current = undefined;
      // An instance that gave itself up never closes; nothing of it runs by itself.
      if (ill) await Promise.race([ill.close().catch(() => {}), pause(CLOSE_MS)]);
      try {
        current = await open();
      } catch (error) {
        log.error({ error }, 'the embedded store could not be opened anew; tried again in a second');
        continue;
      }
      log.info({}, 'the embedded store was opened anew');
      return pause(REST_MS);
    }
  }

  const pause = (ms: number): Promise<void> => wait(ms, undefined, { signal: closing.signal }).catch(() => {}); // cut short by the close

  const db = new Proxy(first, {
    get(_target, name) {
      if (!current) throw new AppError('STORE_UNAVAILABLE');
      const value: unknown = Reflect.get(current, name);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]): unknown => {
        const result: unknown = Reflect.apply(value, current, args);
        if (result instanceof Promise) result.catch(notice);
        return result;
      };
    },
  });

  return {
    db,
    hasRoom: () => hasSpace(directory),
    async close() {
      closing.abort();
      await healing;
      await current?.close();
    },
  };
}

function isIll(error: unknown): boolean {
  // WebAssembly itself gave up, or Emscripten's exit was called.
  if (error instanceof Error && (error.name === 'RuntimeError' || error.name === 'ExitStatus')) return true;
  const code: unknown = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && code.length === 5 && ILL_STATE.test(code);
}

function hasRoom(directory: string): boolean {
  const handles: number[] = [];
  try {
    while (handles.length < SPARE_FILES) handles.push(openSync(directory, 'r'));
    return hasSpace(directory);
  } catch {
    return false; // no descriptors
  } finally {
    for (const handle of handles) closeSync(handle);
  }
}

function hasSpace(directory: string): boolean {
  const { bavail, bsize } = statfsSync(directory);
  return bavail * bsize >= SPARE_BYTES;
}
