// Calls over Redis lists: a request goes into a queue, its response comes on the client's own list.
import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';

/** What a client made by generate.mjs needs. */
export interface Channel {
  /** Calls a method, and waits for its result. */
  call<Result>(method: string, params: object): Promise<Result>;
  /** Calls a method that is not answered. */
  send(method: string, params: object): Promise<void>;
}

/** An error that a node answered; `data.type` and `data.details` are the exception's. */
export class CallError extends Error {
  constructor(
    readonly code: number,
    message: string,
    readonly data?: { status?: string; executed?: string; type?: string; details?: unknown },
  ) {
    super(message);
  }
}

interface Pending {
  resolve(result: unknown): void;
  reject(failure: Error): void;
}

/** One connection sends, another waits for responses. Whoever makes a channel closes it. */
export class QueueChannel implements Channel {
  private readonly sending: Redis;
  private readonly waiting: Redis;
  private readonly replyTo = `replies:typescript:${randomUUID()}`;
  private readonly pending = new Map<string, Pending>();
  private closed = false;

  /** A channel to a queue: `nodes:<node>` for a node, `services:<Service>` for any that serves it. */
  constructor(
    uri: string,
    private readonly queue: string,
    private readonly timeoutMillis = 10_000,
  ) {
    this.sending = new Redis(uri);
    this.waiting = new Redis(uri);
    void this.receive();
  }

  async call<Result>(method: string, params: object): Promise<Result> {
    const id = randomUUID();
    const deadline = Date.now() + this.timeoutMillis;
    const response = new Promise<unknown>((resolve, reject) => {
      this.pending.set(id, { resolve, reject });
    });
    const timer = setTimeout(
      () => this.pending.get(id)?.reject(new Error(`${method}: no answer in ${this.timeoutMillis} ms`)),
      this.timeoutMillis,
    );
    try {
      // Both at once: a response may come before Redis has confirmed the push.
      const request = { jsonrpc: '2.0', id, method, replyTo: this.replyTo, deadline, params };
      const [result] = await Promise.all([response, this.push(request)]);
      return result as Result;
    } finally {
      clearTimeout(timer);
      this.pending.delete(id);
    }
  }

  async send(method: string, params: object): Promise<void> {
    await this.push({ jsonrpc: '2.0', method, params });
  }

  close(): void {
    this.closed = true;
    this.sending.disconnect();
    this.waiting.disconnect();
    this.pending.forEach((each) => each.reject(new Error('the channel is closed')));
  }

  private async push(request: object): Promise<void> {
    await this.sending.lpush(this.queue, JSON.stringify(request));
  }

  private async receive(): Promise<void> {
    while (!this.closed) {
      const popped = await this.waiting.brpop(this.replyTo, 1).catch((failure: Error) => {
        if (!this.closed) console.error(failure.message);
        return null;
      });
      if (popped) this.answer(JSON.parse(popped[1]));
    }
  }

  private answer({ id, result, error }: { id: string; result?: unknown; error?: CallError }): void {
    const call = this.pending.get(id);
    if (error) call?.reject(new CallError(error.code, error.message, error.data));
    else call?.resolve(result);
  }
}
