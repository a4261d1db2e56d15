import type { IncomingMessage, Server as NodeServer, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { OpenAnswers } from './openAnswers.ts';

type Serve = (req: IncomingMessage, res: ServerResponse) => void;

/**
 * Has the requests of one connection worked on one after the other, each in a round of the event loop of its own: who sends hundreds
 * before the first is answered, all of which Node reads at once, neither holds others up nor gets more than one connection's share.
 * More than a few that wait, and `answers` gives the connection up. Takes the place of the listener there is, restify's.
 */
export function serveOneByOne(http: NodeServer, answers: OpenAnswers): void {
  const [serve] = http.listeners('request') as Serve[];
  if (!serve) throw new Error('nothing serves requests yet');
  http.removeAllListeners('request');
  /** Of connections with a request in work, those that wait. */
  const waiting = new WeakMap<Socket, (() => void)[]>();

  function goOn(socket: Socket): void {
    const next = waiting.get(socket)?.shift();
    if (next && !socket.destroyed) next();
    else waiting.delete(socket);
  }

  http.on('request', (req: IncomingMessage, res: ServerResponse) => {
    if (!answers.add(req, res)) return;
    const { socket } = req;
    const begin = (): void => serve.call(http, req, res);
    res.once('close', () => setImmediate(goOn, socket));
    const line = waiting.get(socket);
    if (line) line.push(begin);
    else {
      waiting.set(socket, []);
      begin();
    }
  });
}
