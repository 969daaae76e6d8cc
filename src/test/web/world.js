// A world for the modules to live in: time that stands still until it is told to go on, a hub that
// says what a test wants it to say, and a storage.

/** Lets all that is ready run: promises, and the streams of Node, which take several turns. */
export async function settle() {
  for (let i = 0; i < 20; i++) await new Promise((done) => setImmediate(done));
}

export class Clock {
  #now = Date.parse('2026-11-20T12:00:00Z');
  #timers = new Map();
  #next = 1;

  now = () => this.#now;

  setTimeout = (run, ms) => {
    this.#timers.set(this.#next, { at: this.#now + ms, run });
    return this.#next++;
  };

  clearTimeout = (timer) => this.#timers.delete(timer);

  async advance(ms) {
    const end = this.#now + ms;
    await settle();
    for (;;) {
      const due = [...this.#timers].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at)[0];
      if (!due) break;
      this.#timers.delete(due[0]);
      this.#now = Math.max(this.#now, due[1].at);
      due[1].run();
      await settle();
    }
    this.#now = end;
  }
}

/** Its keys are its properties, as those of a browser's storage are. */
export class Storage {
  constructor() {
    Object.defineProperties(this, {
      full: { value: () => {}, writable: true },
      getItem: { value: (key) => this[key] ?? null },
      setItem: { value: (key, value) => { this.full(); this[key] = String(value); } },
      removeItem: { value: (key) => { delete this[key]; } },
    });
  }
}

/** The other end of one request that the hub has not answered yet. */
class Call {
  constructor(method, path, headers, body, signal) {
    Object.assign(this, { method, path, headers, body, signal });
    this.response = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
    signal?.addEventListener('abort', () => this.#aborted());
    if (signal?.aborted) this.#aborted();
  }

  json(value, status = 200, headers = {}) {
    this.resolve(new Response(JSON.stringify(value), { status, headers: { 'Content-Type': 'application/json', ...headers } }));
    return settle();
  }

  page(status) {
    this.resolve(new Response('<html>', { status }));
    return settle();
  }

  stream() {
    const stream = new ReadableStream({ start: (controller) => { this.out = controller; } });
    this.resolve(new Response(stream, { headers: { 'Content-Type': 'text/event-stream' } }));
    return settle();
  }

  event(type, data, id) {
    const text = `${id ? `id: ${id}\n` : ''}event: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
    this.out.enqueue(new TextEncoder().encode(text));
    return settle();
  }

  close() {
    this.out.close();
    return settle();
  }

  cut() {
    if (this.out) this.out.error(new TypeError('network error'));
    else this.reject(new TypeError('Failed to fetch'));
    return settle();
  }

  #aborted() {
    const error = new DOMException('aborted', 'AbortError');
    this.reject(error);
    try {
      this.out?.error(error);
    } catch { // closed before
    }
  }
}

/** Remembers every request; the test answers the ones that it waits for. */
export class Net {
  calls = [];
  up = true;
  #waiting = [];

  fetch = (url, { method = 'GET', headers = {}, body, signal } = {}) => {
    const call = new Call(method, url.replace('https://hub.example/', ''), headers, body && JSON.parse(body), signal);
    this.calls.push(call);
    if (this.up) this.#waiting.push(call);
    else call.reject(new TypeError('Failed to fetch'));
    return call.response;
  };

  /** The next request for this, not answered before. */
  async next(method, start) {
    await settle();
    const at = this.#waiting.findIndex((call) => call.method === method && call.path.startsWith(start) && !call.signal?.aborted);
    if (at < 0) throw new Error(`no ${method} ${start} in ${this.#waiting.map((call) => `${call.method} ${call.path}`)}`);
    return this.#waiting.splice(at, 1)[0];
  }

  async none(method, start) {
    await settle();
    const found = this.#waiting.filter((call) => call.method === method && call.path.startsWith(start) && !call.signal?.aborted);
    if (found.length > 0) throw new Error(`unexpected ${found.map((call) => call.path)}`);
  }
}
