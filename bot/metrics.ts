import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What operators watch, as Prometheus text on /metrics. */
export interface Metrics {
  /** Measures a turn from its lane to its commit, in seconds; a throw counts as failed. */
  time<T>(channel: string, work: () => Promise<T>): Promise<T>;
  /** A turn that ran again because another instance was first (`conflict`) or the message was a repeat seen late (`repeated`). */
  countRerun(reason: string): void;
  /** A flow that threw. */
  countFault(): void;
  /** An HTTP answer by route name and status class (`2xx`). */
  countRequest(route: string, status: number): void;
  /** A figure read when /metrics is asked, e.g. open sockets. */
  watch(name: string, help: string, read: () => number): void;
  text(): Promise<string>;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const turns = new Histogram({
    name: 'desk_turn_seconds',
    help: 'Time of a turn from its lane to its commit',
    labelNames: ['channel', 'outcome'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers,
  });
  const reruns = new Counter({ name: 'desk_turn_reruns_total', help: 'Turns run again on fresh state', labelNames: ['reason'], registers });
  const faults = new Counter({ name: 'desk_flow_faults_total', help: 'Flows that threw; the customer was sent an apology', registers });
  const requests = new Counter({ name: 'desk_http_requests_total', help: 'HTTP answers', labelNames: ['route', 'status'], registers });

  return {
    async time(channel, work) {
      const startedAt = performance.now();
      let outcome = 'failed';
      try {
        const result = await work();
        outcome = 'done';
        return result;
      } finally {
        turns.observe({ channel, outcome }, (performance.now() - startedAt) / 1000);
      }
    },
    countRerun: (reason) => reruns.inc({ reason }),
    countFault: () => faults.inc(),
    countRequest: (route, status) => requests.inc({ route, status: `${Math.floor(status / 100)}xx` }),
    watch(name, help, read) {
      new Gauge({
        name,
        help,
        registers,
        collect() {
          this.set(read());
        },
      });
    },
    text: () => registry.metrics(),
  };
}
