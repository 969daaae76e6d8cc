// One visitor's conversation: what is shown, what has to be sent, and the two connections. The hub's
// history is the truth; what is not in it yet follows. A message stays in the outbox under its own id
// until its answer is there, so that sending it once more is always right.

import { Trouble } from './stream.js';

export const LIVE = ['typing', 'streaming'];
const ROLES = ['user', 'assistant', 'operator'];
/** What says nothing and never will, such as an answer that ended before its first word because a person took over. */
const isEmpty = ({ role, content, state }) => role === 'assistant' && !content && state === 'stopped';
const LONGEST_PAUSE = 30_000;

export class Conversation {
  /**
   * {role, content, time, state, revision} and, where known, id (the hub's), mid (ours), reply (the
   * item that answers), problem (a sentence). States of what the user wrote: sending, waiting, sent,
   * failed; of the rest: typing, streaming, complete, stopped, interrupted, failed.
   */
  items = [];
  more = false; // there are earlier messages
  lost = false; // no live connection at the moment
  problem = ''; // why not, when the hub said it
  busyUntil = 0; // the hub asked to wait until then, ms
  sending = null; // the item that is being answered
  shown = true;
  unread = 0;

  #hub;
  #memory;
  #world;
  #changed;
  #revision = 0;
  #lastId;
  #refreshes = 0;
  #loaded = false;
  #following = false;
  #resting = false;
  #line = new AbortController();
  #attempt = new AbortController();
  #pauses = new Set();

  /** @param changed called after every change, also many times in a row */
  constructor(hub, memory, world, changed) {
    this.#hub = hub;
    this.#memory = memory;
    this.#world = world;
    this.#changed = changed;
    hub.forgotten = () => this.#forget();
  }

  /** Nothing is asked of the hub before there is a visitor. */
  start() {
    for (const entry of this.#memory.all('outbox ').sort((a, b) => a.time - b.time)) this.#queue(entry);
    if (this.#hub.visitor || this.items.length > 0) this.#go();
  }

  send(content) {
    this.#queue({ mid: this.#world.uuid(), content, time: this.#world.now() });
    this.#go();
  }

  /** Ends the answer that is being written. A message that has not left yet is given back. */
  stop() {
    const user = this.sending;
    if (!user) return '';
    this.#over(user);
    this.#attempt.abort();
    this.#poke();
    if (!user.id) return this.takeBack(user);
    if (user.reply) this.#set(user.reply, { state: 'stopped', kept: true });
    return '';
  }

  /** @param item what failed: a message, or an answer */
  retry(item) {
    const user = item.role === 'user' ? item : this.items[this.items.indexOf(item) - 1];
    if (!user.mid) return this.send(user.content);
    if (user.reply) this.#set(user.reply, { state: 'typing', kept: false, content: '', problem: '' });
    this.#queue({ ...user, problem: '' }, user);
    return this.#go();
  }

  /** Removes a message that could not be sent; returns its text. */
  takeBack(user) {
    this.#over(user);
    this.#drop(user);
    return user.content;
  }

  async earlier() {
    const page = await this.#hub.history(this.items.find(({ id }) => id)?.id);
    const items = this.#stored(page.messages).filter((item) => !this.items.includes(item));
    this.items.unshift(...items);
    this.#count(page, items.length);
  }

  /** The page has been hidden for long: no connection is kept. */
  rest() {
    this.#resting = true;
    this.#line.abort();
  }

  /** @param relink the connections are probably dead: make new ones */
  wake(relink) {
    this.#resting = false;
    if (!this.busyUntil) this.#poke();
    if (!relink) return;
    this.#line.abort();
    this.#attempt.abort();
  }

  #go() {
    this.#follow();
    this.#drain();
  }

  #queue({ mid, content, time, problem }, user = { role: 'user', mid, content, time }) {
    this.#memory.set(`outbox ${mid}`, { mid, content, time, problem });
    this.#set(user, { due: !problem, state: problem ? 'failed' : 'sending', problem }, this.items.length);
  }

  #over(user) {
    this.#memory.remove(`outbox ${user.mid}`);
    user.due = false;
  }

  async #drain() {
    if (this.sending) return;
    while ((this.sending = this.items.find(({ due }) => due))) {
      const user = this.sending;
      for (let failures = 0; user.due; ) failures = await this.#try(user, failures);
    }
    this.#changed();
  }

  /** One attempt to have a message answered, and the wait for the next. Returns the failures in a row. */
  async #try(user, before) {
    let failures = before;
    let text = '';
    const hear = (type, value) => {
      if (!user.due) return;
      failures = 0;
      if (type === 'accepted') this.#accepted(user, value);
      if (type !== 'delta' || !user.reply) return;
      text += value.text;
      // Joined again, an answer comes from its beginning: what is shown never shrinks.
      if (text.length > user.reply.content.length) this.#set(user.reply, { content: text, state: 'streaming' });
    };
    this.#attempt = new AbortController();
    try {
      const done = await this.#hub.send({ message_id: user.mid, text: user.content }, hear, this.#attempt.signal);
      if (user.due) this.#answered(user, done);
    } catch (e) {
      if (!(e instanceof Trouble)) throw e;
      if (user.due) await this.#recover(user, e, failures);
    }
    return failures + 1;
  }

  /** The message is stored, and from now on both have the names that they have in the history. */
  #accepted(user, { user_message_id: id, reply_id: replyId }) {
    const mistaken = user.id && user.id !== id;
    const before = user.reply;
    const reply = this.items.find((item) => item.id === replyId) ?? before
      ?? { role: 'assistant', content: '', state: 'typing', time: this.#world.now() };
    this.items = this.items.filter((item) => item !== reply && item !== before && (item === user || item.id !== id));
    this.#set(user, { id, reply, accepted: true, state: 'sent' });
    this.#set(reply, { id: replyId }, this.items.indexOf(user) + 1);
    if (mistaken) this.#reload();
  }

  #answered(user, done) {
    const { ai_response: content, timestamp } = done;
    this.#accepted(user, done);
    this.#over(user);
    if (!content) return this.#drop(user.reply); // a person will answer
    this.#set(user.reply, { content, state: 'complete', time: Date.parse(timestamp) });
    return this.#tell(user.reply);
  }

  async #recover(user, { kind, text: problem, seconds }, failures) {
    if (kind === 'failed' && user.accepted) {
      this.#over(user);
      this.#set(user.reply, { state: 'failed', kept: true, problem });
    } else if (kind === 'failed') {
      this.#queue({ ...user, problem: problem || ' ' }, user);
    } else if (kind === 'busy') {
      this.busyUntil = this.#world.now() + seconds * 1000;
      this.#changed();
      await this.#pause(seconds * 1000);
      this.busyUntil = 0;
    } else {
      if (!user.accepted) this.#set(user, { state: 'waiting' });
      if (kind === 'network') await this.#pause(this.#backOff(failures));
    }
  }

  /** Stays connected. Each connection loads the history again: what came in between is in it. */
  async #follow() {
    if (this.#following) return;
    this.#following = true;
    for (let failures = 0; ; failures++) {
      this.#line = new AbortController();
      let wait = this.#backOff(failures);
      const opened = () => {
        failures = 0;
        this.#linked(true, '');
        this.#reload();
      };
      try {
        if (!this.#loaded) await this.#refresh();
        await this.#hub.listen(this.#lastId, opened, (...event) => this.#heard(...event), this.#line.signal);
      } catch (e) {
        if (!(e instanceof Trouble)) throw e;
        wait = { network: wait, busy: e.seconds * 1000, failed: LONGEST_PAUSE, aborted: 0 }[e.kind];
        this.problem = e.text;
      }
      this.#linked(false, this.problem);
      await this.#pause(this.#resting ? 2 ** 31 - 1 : wait);
    }
  }

  #linked(on, problem) {
    this.lost = !on;
    this.problem = problem;
    this.#changed();
  }

  #reload() {
    this.#refresh().catch(() => this.#line.abort());
  }

  async #refresh() {
    const before = this.#revision;
    const number = ++this.#refreshes;
    const page = await this.#hub.history();
    if (number < this.#refreshes) return; // a newer one comes
    const items = this.#stored(page.messages, before);
    const old = this.items;
    const from = old.indexOf(items[0]);
    this.items = [...old.slice(0, Math.max(0, from)).filter((item) => item.id && !items.includes(item)), ...items];
    for (const [i, item] of old.entries()) {
      // Not stored yet, or newer than this history: it stays where it was.
      const stays = !this.items.includes(item) && (!item.id || item.revision > before);
      const after = this.items.indexOf(old[i - 1]);
      if (stays) this.items.splice(after < 0 ? this.items.length : after + 1, 0, item);
    }
    this.#loaded = true;
    this.#count(page, items.length);
  }

  #count({ total_messages: total }, found) {
    this.more = found > 0 && this.items.filter(({ id }) => id).length < total;
    this.#changed();
  }

  #heard(type, message, eventId) {
    this.#lastId = eventId ?? this.#lastId;
    if (type === 'reset') this.#reload();
    if (type === 'removed') this.#drop(this.items.find(({ id }) => id === message.id));
    if (type !== 'message') return;
    const [item] = this.#stored([message]);
    const unsent = this.items.findIndex(({ role, id }) => role === 'user' && !id);
    if (item) this.#set(item, { live: true }, unsent < 0 ? this.items.length : unsent);
  }

  /** The items of stored messages, which become what the hub says unless newer than `before`. */
  #stored(messages, before = Infinity) {
    const known = messages.filter((message) => ROLES.includes(message.role) && !isEmpty(message));
    const asked = known.findLast(({ role }) => role === 'user');
    return known.map((message) => {
      // It may be stored before we hear that it was accepted.
      const { sending } = this;
      const own = message === asked && sending && !sending.id && sending.content === message.content;
      const item = this.items.find(({ id }) => id === message.id) ?? (own ? sending : { content: '', state: 'typing' });
      if (!item.id || !(item.revision > before)) this.#update(item, message);
      return item;
    });
  }

  #update(item, { id, role, content, timestamp, state = 'complete' }) {
    const changes = { id, role, time: Date.parse(timestamp) || 0 };
    // Our own stream is ahead, what was stopped stays so, and nothing goes on after its end.
    const old = item.kept || item === this.sending?.reply || (state === 'streaming' && !LIVE.includes(item.state));
    if (role === 'user') Object.assign(changes, { content, state: 'sent' });
    else if (!old) Object.assign(changes, { content, state });
    if (Object.keys(changes).some((key) => item[key] !== changes[key])) this.#set(item, changes);
    this.#tell(item);
  }

  /** What has come to its end is new once. */
  #tell(item) {
    if (item.role === 'user' || item.told || LIVE.includes(item.state)) return;
    item.told = true;
    if (this.#loaded && !this.shown) this.unread++;
  }

  #forget() {
    this.items = this.items.filter(({ mid, due, state }) => mid && (due || state === 'failed'));
    for (const item of this.items) Object.assign(item, { id: undefined, reply: undefined, accepted: false });
    this.#lastId = undefined;
    this.#loaded = false;
    this.#line.abort();
  }

  /** @param place where to put it, if it is not shown yet */
  #set(item, changes, place = -1) {
    Object.assign(item, changes, { revision: ++this.#revision });
    if (place >= 0 && !this.items.includes(item)) this.items.splice(place, 0, item);
    this.#changed();
  }

  #drop(item) {
    this.items = this.items.filter((other) => other !== item);
    this.#changed();
  }

  #backOff(failures) {
    return Math.min(LONGEST_PAUSE, 1000 * 2 ** failures) * (0.75 + this.#world.random() / 2);
  }

  #pause(ms) {
    return new Promise((resolve) => {
      const end = () => {
        this.#world.clearTimeout(timer);
        this.#pauses.delete(end);
        resolve();
      };
      const timer = this.#world.setTimeout(end, ms);
      this.#pauses.add(end);
    });
  }

  #poke() {
    for (const end of this.#pauses) end();
  }
}
