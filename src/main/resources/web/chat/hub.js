// The hub's HTTP contract: who the visitor is, messages out, history and live messages in.

import { readEvents, Trouble } from './stream.js';

const PATIENCE = 45_000; // three of the hub's signs of life
const SOON = 60_000;
const HISTORY = 'api/conversation/{user}/web';

/** Every method throws a Trouble. */
export class Hub {
  #base;
  #memory;
  #world;
  #user;
  #renewing = null;
  language;
  /** Called when the visitor is another than before: the hub did not know the token any more. */
  forgotten = () => {};

  /**
   * @param base where the hub is, ends with a slash
   * @param world fetch, setTimeout, clearTimeout and now, of the browser or of a test
   */
  constructor(base, memory, world) {
    this.#base = base;
    this.#memory = memory;
    this.#world = world;
  }

  get visitor() {
    return this.#memory.get('visitor');
  }

  page() {
    return this.#request('api/page').then(json);
  }

  /** A page of the history, oldest first: {messages, total_messages}. */
  history(before) {
    return this.#call(`${HISTORY}?limit=30${before ? `&before=${before}` : ''}`).then(json);
  }

  /** Sends a message and tells `on` of `accepted` and each `delta`. Returns what `done` says. */
  async send(message, on, signal) {
    let end = new Trouble('network');
    const response = await this.#call('api/chat', { body: { channel: 'web', ...message }, stream: true, signal });
    await this.#read(response, (type, data) => {
      if (type === 'done') end = data;
      else if (type === 'error') end = new Trouble('failed', { text: data.error });
      else return on(type, data);
      return true;
    });
    if (end instanceof Trouble) throw end;
    return end;
  }

  /** Tells `on` (type, data, id) of what happens in the conversation until the connection ends. */
  async listen(lastId, opened, on, signal) {
    const response = await this.#call(`${HISTORY}/events`, { stream: true, signal, lastId });
    opened();
    await this.#read(response, on);
  }

  #read(response, on) {
    return readEvents(response.body, ({ type, data, id }) => on(type, JSON.parse(data), id), this.#world, PATIENCE);
  }

  /** As the visitor, with a new token if the old one is not good any more. */
  async #call(path, options) {
    const known = this.visitor;
    const who = Date.parse(known?.expires_at) - this.#world.now() > SOON ? known : await this.#renew(known);
    let response = await this.#request(path, options, this.#met(who));
    if (response.status === 401) response = await this.#request(path, options, this.#met(await this.#renew(who)));
    return checked(response);
  }

  #met(who) {
    if (this.#user && this.#user !== who.user_id) this.forgotten();
    this.#user = who.user_id;
    return who;
  }

  async #request(path, { body, stream, signal, lastId } = {}, who = null) {
    const headers = { Accept: stream ? 'text/event-stream' : 'application/json', 'Accept-Language': this.language };
    if (who) headers.Authorization = `Bearer ${who.token}`;
    if (body) headers['Content-Type'] = 'application/json';
    if (lastId) headers['Last-Event-ID'] = lastId;
    return this.#world.fetch(this.#base + path.replace('{user}', encodeURIComponent(who?.user_id)), {
      method: body ? 'POST' : 'GET',
      headers,
      body: body && JSON.stringify(body.channel ? { user_id: who.user_id, ...body } : body),
      cache: 'no-store',
      signal,
    }).catch((error) => {
      throw Trouble.of(error);
    });
  }

  /** One renewal at a time; another tab may have been quicker. */
  async #renew(old) {
    const now = this.visitor;
    if (now && now.token !== old?.token) return now;
    this.#renewing ??= this.#session(old).finally(() => {
      this.#renewing = null;
    });
    return this.#renewing;
  }

  async #session(old) {
    let response = await this.#request('api/session', { body: {} }, old);
    if (response.status === 401) response = await this.#request('api/session', { body: {} });
    const who = await json(await checked(response));
    this.#memory.set('visitor', who);
    return who;
  }
}

function json(response) {
  return response.json().catch((error) => {
    throw Trouble.of(error);
  });
}

/** A gateway's own page, without our JSON, stands for a hub that is not there at the moment. */
async function checked(response) {
  const { status, ok, headers } = response;
  if (ok) return response;
  const { code, error: text } = await response.json().catch(() => ({}));
  if (status !== 429 && status !== 503) throw new Trouble(code || status < 500 ? 'failed' : 'network', { text });
  const seconds = Math.ceil(headers.get('retry-after')) || 5; // ours are never dates
  throw new Trouble('busy', { seconds: Math.min(3600, Math.max(1, seconds)) });
}
