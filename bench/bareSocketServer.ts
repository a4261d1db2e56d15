import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';

// The reference of sockets.ts, started by it: sockets without a product behind them.
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false, clientTracking: false });
server.on('connection', (socket) => socket.on('error', () => {}));
server.on('listening', () => process.send?.((server.address() as AddressInfo).port));
