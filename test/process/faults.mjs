// Loaded into the built product by `node --import`: throws from within it where a request's header x-fault says, so that nothing
// of this stands in the product. Plain JavaScript, as Node runs it without a build.
import { EventEmitter } from 'node:events';
import { Server } from 'node:http';
import { connect } from 'node:net';
import { Readable } from 'node:stream';

const fault = (kind) => new Error(`planted ${kind}; call 13912345678, Bearer abcdef0123456789`);

/** Each throws out of a callback that nobody of the product's code stands around. */
const FAULTS = {
  timer: () => setTimeout(() => raise('timer')),
  immediate: () => setImmediate(() => raise('immediate')),
  microtask: () => queueMicrotask(() => raise('microtask')),
  rejection: () => void Promise.reject(fault('rejection')),
  asyncListener: () => new EventEmitter().on('x', async () => raise('asyncListener')).emit('x'),
  socket: ({ socket }) => connect(socket.localPort, '127.0.0.1').on('connect', () => raise('socket')),
  stream: () => Readable.from(['x']).on('data', () => raise('stream')),
  emitter: () => setTimeout(() => new EventEmitter().emit('error', fault('emitter'))),
  upgrade: () => raise('upgrade'),
  webSocket: ({ socket }) => socket.on('data', () => raise('webSocket')),
};

function raise(kind) {
  throw fault(kind);
}

const emit = Server.prototype.emit;
Server.prototype.emit = function (event, req, ...more) {
  if (event === 'request' || event === 'upgrade') FAULTS[req.headers['x-fault']]?.(req);
  return emit.call(this, event, req, ...more);
};
