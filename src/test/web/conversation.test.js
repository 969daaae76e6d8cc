import assert from 'node:assert/strict';
import test from 'node:test';
import { Conversation } from '../../main/resources/web/chat/conversation.js';
import { Hub } from '../../main/resources/web/chat/hub.js';
import { Memory } from '../../main/resources/web/chat/memory.js';
import { Clock, Net, settle, Storage } from './world.js';

const HISTORY = 'api/conversation/v1/web?limit';
const EVENTS = 'api/conversation/v1/web/events';
const stored = (id, role, content, more) => ({ id, role, content, timestamp: '2026-11-20T12:00:00Z', state: 'complete', ...more });
const IDS = { user_message_id: '1', reply_id: '2' };
const page = (...messages) => ({ messages, total_messages: messages.length });

/** A visitor's browser. Several pages may be opened in it, one after the other or at once. */
class Browser {
  clock = new Clock();
  net = new Net();
  storage = new Storage();
  #ids = 0;

  open() {
    const { clock, net } = this;
    const world = { ...clock, fetch: net.fetch, random: () => 0.5, uuid: () => `m${++this.#ids}` };
    const memory = new Memory(() => this.storage, 'p ');
    const hub = new Hub('https://hub.example/', memory, world);
    hub.language = 'en';
    const conversation = new Conversation(hub, memory, world, () => {});
    conversation.start();
    return conversation;
  }

  token(user = 'v1', token = 't1', seconds = 3600) {
    return { user_id: user, token, expires_at: new Date(this.clock.now() + seconds * 1000).toISOString() };
  }

  known() {
    this.storage.setItem('p visitor', JSON.stringify(this.token()));
    return this;
  }

  /** The connections that a page makes when there is a visitor; the live one is returned. */
  async connect(...messages) {
    await (await this.net.next('GET', HISTORY)).json(page(...messages));
    const events = await this.net.next('GET', EVENTS);
    await events.stream();
    await (await this.net.next('GET', HISTORY)).json(page(...messages));
    return events;
  }

  async reconnect(...messages) {
    await this.clock.advance(100);
    await (await this.net.next('GET', EVENTS)).stream();
    await (await this.net.next('GET', HISTORY)).json(page(...messages));
  }

  get outbox() {
    return Object.keys(this.storage).filter((key) => key.startsWith('p outbox '));
  }
}

const shown = ({ items }) => items.map(({ role, content, state }) => `${role[0]} ${state}: ${content}`);

test('asks nothing of the hub before somebody writes', async () => {
  const browser = new Browser();
  browser.open();
  await settle();
  assert.deepEqual(browser.net.calls, []);
});

test('a first message makes a visitor, is sent and answered', async () => {
  const browser = new Browser();
  const chat = browser.open();
  chat.send('hi');
  assert.deepEqual(shown(chat), ['u sending: hi']);
  const session = await browser.net.next('POST', 'api/session');
  assert.equal(session.headers.Authorization, undefined);
  assert.deepEqual(session.body, {});
  await session.json(browser.token());
  const call = await browser.net.next('POST', 'api/chat');
  assert.deepEqual(call.body, { user_id: 'v1', channel: 'web', message_id: 'm1', text: 'hi' });
  assert.equal(call.headers.Authorization, 'Bearer t1');
  await call.stream();
  await call.event('accepted', IDS);
  await call.event('delta', { text: 'Hel' });
  assert.deepEqual(shown(chat), ['u sent: hi', 'a streaming: Hel']);
  assert.ok(chat.sending);
  await call.event('delta', { text: 'lo' });
  await call.event('done', { ...IDS, ai_response: 'Hello', timestamp: '2026-11-20T12:00:01Z' });
  assert.deepEqual(shown(chat), ['u sent: hi', 'a complete: Hello']);
  assert.equal(chat.sending, undefined);
  assert.deepEqual(browser.outbox, []);
});

test('the hub asks both pages of one visitor for one session only', async () => {
  const browser = new Browser();
  const chat = browser.open();
  chat.send('hi');
  await settle();
  assert.equal(browser.net.calls.filter(({ path }) => path === 'api/session').length, 1);
});

async function sent(browser, text = 'hi') {
  const chat = browser.known().open();
  const events = await browser.connect();
  chat.send(text);
  return { chat, events, call: await browser.net.next('POST', 'api/chat') };
}

test('live messages take the place of what was shown before they had an id', async () => {
  const browser = new Browser();
  const { chat, events, call } = await sent(browser);
  await events.event('message', stored('1', 'user', 'hi'), '1');
  await events.event('message', stored('2', 'assistant', '', { state: 'streaming' }), '2');
  await call.stream();
  await call.event('accepted', IDS);
  await call.event('delta', { text: 'Hello' });
  assert.deepEqual(shown(chat), ['u sent: hi', 'a streaming: Hello']);
  await events.event('message', stored('2', 'assistant', 'Hello!'), '3');
  await call.event('done', { ...IDS, ai_response: 'Hello!' });
  await events.event('message', stored('2', 'assistant', 'Hello!'), '3');
  assert.deepEqual(shown(chat), ['u sent: hi', 'a complete: Hello!']);
  assert.deepEqual(chat.items.map(({ id }) => id), ['1', '2']);
});

test('an end that is heard of before it is clear what it answers', async () => {
  const browser = new Browser().known();
  const chat = browser.open();
  await (await browser.net.next('GET', HISTORY)).json(page());
  const events = await browser.net.next('GET', EVENTS);
  chat.send('hi');
  const call = await browser.net.next('POST', 'api/chat');
  await call.stream();
  await events.stream();
  const history = await browser.net.next('GET', HISTORY);
  await events.event('message', stored('2', 'assistant', 'Hello'));
  await call.event('accepted', IDS);
  await call.event('done', { ...IDS, ai_response: 'Hello' });
  await history.json(page(stored('1', 'user', 'hi'), stored('2', 'assistant', '', { state: 'streaming' })));
  assert.deepEqual(shown(chat), ['u sent: hi', 'a complete: Hello']);
});

test('a message that comes while the history is on its way is kept', async () => {
  const browser = new Browser().known();
  const chat = browser.open();
  await (await browser.net.next('GET', HISTORY)).json(page(stored('1', 'user', 'hi')));
  const events = await browser.net.next('GET', EVENTS);
  await events.stream();
  const history = await browser.net.next('GET', HISTORY);
  await events.event('message', stored('2', 'operator', 'Hello'));
  await history.json(page(stored('1', 'user', 'hi')));
  assert.deepEqual(chat.items.map(({ id }) => id), ['1', '2']);
});

test('what is heard of a message while an older history is on its way is kept', async () => {
  const browser = new Browser().known();
  const chat = browser.open();
  const question = stored('1', 'user', 'hi');
  await (await browser.net.next('GET', HISTORY)).json(page(question, stored('2', 'assistant', 'old')));
  const events = await browser.net.next('GET', EVENTS);
  await events.stream();
  const history = await browser.net.next('GET', HISTORY);
  await events.event('message', stored('2', 'assistant', 'new'));
  await history.json(page(question, stored('2', 'assistant', 'old')));
  assert.deepEqual(shown(chat), ['u sent: hi', 'a complete: new']);
});

test('a message that is accepted while an older history is on its way is kept', async () => {
  const browser = new Browser().known();
  const chat = browser.open();
  const history = await browser.net.next('GET', HISTORY);
  chat.send('hi');
  const call = await browser.net.next('POST', 'api/chat');
  await call.stream();
  await call.event('accepted', IDS);
  await history.json(page());
  await call.event('done', { ...IDS, ai_response: 'Hello' });
  assert.deepEqual(shown(chat), ['u sent: hi', 'a complete: Hello']);
});

test('a hub that was started again and writes another answer replaces the first', async () => {
  const browser = new Browser();
  const { chat, events, call } = await sent(browser);
  await call.stream();
  await call.event('accepted', IDS);
  await events.event('message', stored('1', 'user', 'hi'));
  await events.event('message', stored('2', 'assistant', '', { state: 'streaming' }));
  await call.event('delta', { text: 'one' });
  await call.cut();
  await events.cut();
  await browser.clock.advance(1000);
  const live = await browser.net.next('GET', EVENTS);
  await live.stream();
  await (await browser.net.next('GET', HISTORY)).json(page(stored('1', 'user', 'hi'), stored('2', 'assistant', 'one', { state: 'interrupted' })));
  const again = await browser.net.next('POST', 'api/chat');
  await again.stream();
  await live.event('reset', {});
  await again.event('accepted', { ...IDS, reply_id: '3' });
  await (await browser.net.next('GET', HISTORY)).json(page(stored('1', 'user', 'hi'), stored('3', 'assistant', '', { state: 'streaming' })));
  await again.event('done', { ...IDS, reply_id: '3', ai_response: 'two' });
  await live.event('message', stored('3', 'assistant', 'two'));
  assert.deepEqual(shown(chat), ['u sent: hi', 'a complete: two']);
});

test('the same words twice are two messages', async () => {
  const browser = new Browser();
  const { chat, events, call } = await sent(browser, 'ok');
  chat.send('ok');
  for (const [n, turn] of [[1, call], [2, null]]) {
    const answer = turn ?? await browser.net.next('POST', 'api/chat');
    const ids = { user_message_id: `u${n}`, reply_id: `a${n}` };
    await answer.stream();
    await events.event('message', stored(`u${n}`, 'user', 'ok'));
    await events.event('message', stored(`a${n}`, 'assistant', '', { state: 'streaming' }));
    await answer.event('accepted', ids);
    await answer.event('done', { ...ids, ai_response: `answer ${n}` });
    await events.event('message', stored(`a${n}`, 'assistant', `answer ${n}`));
  }
  assert.deepEqual(chat.items.map(({ id, content }) => `${id} ${content}`), ['u1 ok', 'a1 answer 1', 'u2 ok', 'a2 answer 2']);
});

test('a cut answer is taken up again with the same id and nothing is doubled', async () => {
  const browser = new Browser();
  const { chat, call } = await sent(browser);
  await call.stream();
  await call.event('accepted', IDS);
  await call.event('delta', { text: 'one two ' });
  await call.cut();
  await browser.net.none('POST', 'api/chat');
  await browser.clock.advance(1000);
  const again = await browser.net.next('POST', 'api/chat');
  assert.deepEqual(again.body, call.body);
  await again.stream();
  await again.event('accepted', IDS);
  await again.event('delta', { text: 'one ' });
  assert.deepEqual(shown(chat), ['u sent: hi', 'a streaming: one two '], 'what is shown never shrinks');
  await again.event('delta', { text: 'two three' });
  assert.deepEqual(shown(chat), ['u sent: hi', 'a streaming: one two three']);
  await again.event('done', { ...IDS, ai_response: 'one two three' });
  assert.deepEqual(shown(chat), ['u sent: hi', 'a complete: one two three']);
});

test('an answer that ends without its end was cut', async () => {
  const browser = new Browser();
  const { chat, call } = await sent(browser);
  await call.stream();
  await call.event('accepted', IDS);
  await call.event('delta', { text: 'one' });
  await call.close();
  assert.ok(chat.sending);
  await browser.clock.advance(1000);
  await browser.net.next('POST', 'api/chat');
});

test('a silent connection is given up after three missing signs of life', async () => {
  const browser = new Browser();
  const { events, call } = await sent(browser);
  await call.stream();
  await browser.clock.advance(44_000);
  events.out.enqueue(new TextEncoder().encode(':\n\n'));
  await browser.net.none('POST', 'api/chat');
  await browser.clock.advance(2500);
  await browser.net.next('POST', 'api/chat');
});

test('attempts come less and less often, at most half a minute apart', async () => {
  const browser = new Browser();
  const chat = browser.known().open();
  await browser.connect();
  browser.net.up = false;
  chat.send('hi');
  const tried = () => browser.net.calls.filter(({ path }) => path === 'api/chat').length;
  const waits = [];
  for (let before = browser.clock.now(); waits.length < 8;) {
    const count = tried();
    await browser.clock.advance(250);
    if (tried() > count) {
      waits.push(Math.round((browser.clock.now() - before) / 1000));
      before = browser.clock.now();
    }
  }
  assert.deepEqual(waits, [1, 2, 4, 8, 16, 30, 30, 30]);
  assert.deepEqual(shown(chat), ['u waiting: hi']);
});

test('what was written offline is sent once when the network is back', async () => {
  const browser = new Browser();
  const chat = browser.known().open();
  const events = await browser.connect();
  browser.net.up = false;
  await events.cut();
  chat.send('one');
  chat.send('two');
  await settle();
  assert.deepEqual(shown(chat), ['u waiting: one', 'u sending: two']);
  assert.equal(browser.outbox.length, 2);
  browser.net.up = true;
  chat.wake(true);
  for (const text of ['one', 'two']) {
    const call = await browser.net.next('POST', 'api/chat');
    assert.equal(call.body.text, text);
    await call.stream();
    await call.event('done', { user_message_id: `u ${text}`, reply_id: `a ${text}`, ai_response: `re ${text}` });
  }
  await browser.net.none('POST', 'api/chat');
  assert.deepEqual(shown(chat), ['u sent: one', 'a complete: re one', 'u sent: two', 'a complete: re two']);
  assert.deepEqual(browser.outbox, []);
});

test('what was not sent is sent after a reload, in its order, with its id', async () => {
  const browser = new Browser().known();
  browser.net.up = false;
  const first = browser.open();
  first.send('one');
  await browser.clock.advance(10);
  first.send('two');
  await settle();
  browser.net = new Net();
  const chat = browser.open();
  const call = await browser.net.next('POST', 'api/chat');
  assert.deepEqual([call.body.message_id, call.body.text], ['m1', 'one']);
  assert.deepEqual(chat.items.filter(({ role }) => role === 'user').map(({ content }) => content), ['one', 'two']);
});

for (const last of ['accepted', 'history']) {
  test(`an answer goes on after a reload, also when the ${last} comes last`, async () => {
    const browser = new Browser();
    const { call } = await sent(browser);
    await call.stream();
    await call.event('accepted', IDS);
    browser.net = new Net();
    const chat = browser.open();
    const history = page(stored('1', 'user', 'hi'), stored('2', 'assistant', 'Hel', { state: 'streaming' }));
    const first = await browser.net.next('GET', HISTORY);
    if (last === 'accepted') await first.json(history);
    const again = await browser.net.next('POST', 'api/chat');
    assert.equal(again.body.message_id, 'm1');
    await again.stream();
    await again.event('accepted', IDS);
    if (last === 'history') await first.json(history);
    await again.event('delta', { text: 'Hello' });
    const events = await browser.net.next('GET', EVENTS);
    await events.stream();
    await (await browser.net.next('GET', HISTORY)).json(history);
    assert.deepEqual(shown(chat), ['u sent: hi', 'a streaming: Hello']);
    await again.event('done', { ...IDS, ai_response: 'Hello you' });
    assert.deepEqual(shown(chat), ['u sent: hi', 'a complete: Hello you']);
  });
}

test('stopping keeps what came and asks for no more', async () => {
  const browser = new Browser();
  const { chat, events, call } = await sent(browser);
  await call.stream();
  await call.event('accepted', IDS);
  await events.event('message', stored('1', 'user', 'hi'));
  await events.event('message', stored('2', 'assistant', '', { state: 'streaming' }));
  await call.event('delta', { text: 'one two' });
  assert.equal(chat.stop(), '');
  await browser.clock.advance(40_000);
  assert.equal(call.signal.aborted, true);
  assert.equal(chat.sending, undefined);
  assert.deepEqual(browser.outbox, []);
  await events.event('message', stored('2', 'assistant', 'one two three'));
  assert.deepEqual(shown(chat), ['u sent: hi', 'a stopped: one two']);
});

test('after a reload the history is what the hub has', async () => {
  const browser = new Browser();
  const { chat: before, call } = await sent(browser);
  await call.stream();
  await call.event('accepted', IDS);
  await call.event('delta', { text: 'one two' });
  before.stop();
  browser.net = new Net();
  const chat = browser.open();
  await browser.connect(stored('1', 'user', 'hi'), stored('2', 'assistant', 'one two three', { state: 'stopped' }));
  assert.deepEqual(shown(chat), ['u sent: hi', 'a stopped: one two three']);
});

test('stopping what has not left gives the text back', async () => {
  const browser = new Browser().known();
  browser.net.up = false;
  const chat = browser.open();
  chat.send('hi');
  await settle();
  assert.equal(chat.stop(), 'hi');
  await browser.clock.advance(120_000);
  assert.deepEqual(shown(chat), []);
  assert.deepEqual(browser.outbox, []);
  assert.equal(chat.sending, undefined);
});

test('a busy hub is waited for as long as it says', async () => {
  const browser = new Browser();
  const { chat, call } = await sent(browser);
  await call.json({ error: 'Slow down', code: 'rate_limited' }, 429, { 'Retry-After': '7' });
  assert.equal(chat.busyUntil - browser.clock.now(), 7000);
  chat.wake(false);
  await browser.clock.advance(6900);
  await browser.net.none('POST', 'api/chat');
  await browser.clock.advance(200);
  assert.equal(chat.busyUntil, 0);
  assert.equal((await browser.net.next('POST', 'api/chat')).body.message_id, 'm1');
});

test('waiting for a busy hub can be stopped', async () => {
  const browser = new Browser();
  const { chat, call } = await sent(browser);
  await call.json({ error: 'Full', code: 'overloaded' }, 503, { 'Retry-After': '600' });
  assert.equal(chat.stop(), 'hi');
  await settle();
  assert.equal(chat.sending, undefined);
  assert.equal(chat.busyUntil, 0);
});

test('a model that fails is said, and tried again with the same id', async () => {
  const browser = new Browser();
  const { chat, events, call } = await sent(browser);
  await call.stream();
  await call.event('accepted', IDS);
  await events.event('message', stored('1', 'user', 'hi'));
  await events.event('message', stored('2', 'assistant', '', { state: 'streaming' }));
  await call.event('error', { error: 'Sorry.', code: 'model_unavailable' });
  await events.event('message', stored('2', 'assistant', '', { state: 'failed' }));
  assert.deepEqual(shown(chat), ['u sent: hi', 'a failed: ']);
  assert.equal(chat.items[1].problem, 'Sorry.');
  await browser.clock.advance(40_000);
  await browser.net.none('POST', 'api/chat');
  chat.retry(chat.items[1]);
  const again = await browser.net.next('POST', 'api/chat');
  assert.equal(again.body.message_id, 'm1');
  await again.stream();
  await again.event('accepted', { ...IDS, reply_id: '3' });
  await events.event('message', stored('3', 'assistant', '', { state: 'streaming' }));
  await again.event('done', { ...IDS, reply_id: '3', ai_response: 'Now' });
  assert.deepEqual(shown(chat), ['u sent: hi', 'a complete: Now']);
  assert.equal(chat.items[1].id, '3');
});

for (const order of ['after', 'before']) {
  test(`an older history that comes ${order} a newer one changes nothing`, async () => {
    const browser = new Browser();
    const { chat, events, call } = await sent(browser);
    await call.stream();
    await call.event('accepted', IDS);
    await events.event('reset', {});
    const older = await browser.net.next('GET', HISTORY);
    await call.event('error', { error: 'Sorry.', code: 'model' });
    chat.retry(chat.items[1]);
    const again = await browser.net.next('POST', 'api/chat');
    await again.stream();
    await again.event('accepted', { ...IDS, reply_id: '3' });
    await again.event('done', { ...IDS, reply_id: '3', ai_response: 'Now' });
    await events.event('reset', {});
    const newer = await browser.net.next('GET', HISTORY);
    const now = page(stored('1', 'user', 'hi'), stored('3', 'assistant', 'Now'));
    const then = page(stored('1', 'user', 'hi'), stored('2', 'assistant', '', { state: 'failed' }));
    if (order === 'after') await newer.json(now);
    await older.json(then);
    if (order === 'before') await newer.json(now);
    assert.deepEqual(shown(chat), ['u sent: hi', 'a complete: Now']);
  });
}

test('a new answer that is heard of before it is accepted takes the place of the failed one', async () => {
  const browser = new Browser();
  const { chat, events, call } = await sent(browser);
  await call.stream();
  await call.event('accepted', IDS);
  await call.event('error', { error: 'Sorry.', code: 'model' });
  chat.retry(chat.items[1]);
  const again = await browser.net.next('POST', 'api/chat');
  await events.event('message', stored('3', 'assistant', '', { state: 'streaming' }));
  await again.stream();
  await again.event('accepted', { ...IDS, reply_id: '3' });
  await again.event('done', { ...IDS, reply_id: '3', ai_response: 'Now' });
  assert.deepEqual(shown(chat), ['u sent: hi', 'a complete: Now']);
});

test("a gateway's error page means that the hub is not there at the moment", async () => {
  const browser = new Browser();
  const { chat, call } = await sent(browser);
  await call.page(502);
  assert.deepEqual(shown(chat), ['u waiting: hi']);
  await browser.clock.advance(1000);
  await browser.net.next('POST', 'api/chat');
});

test('a refused message is kept through a reload and can be taken back', async () => {
  const browser = new Browser();
  const { chat, call } = await sent(browser);
  await call.json({ error: 'Not wanted.', code: 'unwanted' }, 400);
  assert.deepEqual(shown(chat), ['u failed: hi']);
  assert.equal(chat.items[0].problem, 'Not wanted.');
  browser.net = new Net();
  const reloaded = browser.open();
  await browser.net.none('POST', 'api/chat');
  assert.deepEqual(shown(reloaded), ['u failed: hi']);
  assert.equal(reloaded.takeBack(reloaded.items[0]), 'hi');
  assert.deepEqual(shown(reloaded), []);
  assert.deepEqual(browser.outbox, []);
});

test('a message that failed in the history is asked again as a new one', async () => {
  const browser = new Browser().known();
  const chat = browser.open();
  await browser.connect(stored('1', 'user', 'hi'), stored('2', 'assistant', '', { state: 'failed' }));
  chat.retry(chat.items[1]);
  assert.equal((await browser.net.next('POST', 'api/chat')).body.text, 'hi');
  assert.deepEqual(shown(chat), ['u sent: hi', 'a failed: ', 'u sending: hi']);
});

test('a person who answers instead of the model leaves no empty answer behind', async () => {
  const browser = new Browser();
  const { chat, events, call } = await sent(browser);
  await call.stream();
  await call.event('done', { ...IDS, ai_response: '' });
  await events.event('message', stored('1', 'user', 'hi'));
  await events.event('message', stored('5', 'operator', 'I am Ana'));
  assert.deepEqual(shown(chat), ['u sent: hi', 'o complete: I am Ana']);
});

test('an answer that ended before its first word is not shown', async () => {
  const browser = new Browser();
  const { chat, events, call } = await sent(browser);
  await call.stream();
  await call.event('accepted', IDS);
  await events.event('message', stored('1', 'user', 'hi'));
  await events.event('message', stored('2', 'assistant', '', { state: 'streaming' }));
  await events.event('message', stored('2', 'assistant', '', { state: 'stopped' }));
  await call.event('done', { ...IDS, ai_response: '' });
  await events.event('message', stored('5', 'operator', 'I am Ana'));
  assert.deepEqual(shown(chat), ['u sent: hi', 'o complete: I am Ana']);
  const later = browser.open();
  await browser.connect(stored('1', 'user', 'hi'), stored('2', 'assistant', '', { state: 'stopped' }), stored('5', 'operator', 'I am Ana'));
  assert.deepEqual(shown(later), ['u sent: hi', 'o complete: I am Ana']);
});

test('where the model is silent nothing is left of the answer that was waited for', async () => {
  const browser = new Browser();
  const { chat, call } = await sent(browser);
  await call.stream();
  await call.event('accepted', { ...IDS, reply_id: null });
  assert.deepEqual(shown(chat), ['u sent: hi', 'a typing: ']);
  await call.event('done', { ...IDS, reply_id: null, ai_response: '' });
  assert.deepEqual(shown(chat), ['u sent: hi']);
});

test("a person's words go before what has not been sent yet", async () => {
  const browser = new Browser();
  const { chat, events } = await sent(browser);
  await events.event('message', stored('5', 'operator', 'Are you there?'));
  assert.deepEqual(shown(chat).map((line) => line[0]), ['o', 'u']);
});

test('each connection brings the history, so nothing that came between is lost', async () => {
  const browser = new Browser().known();
  const chat = browser.open();
  const events = await browser.connect(stored('1', 'user', 'hi'));
  await events.event('message', stored('2', 'operator', 'Hello'), '17');
  await events.cut();
  assert.equal(chat.lost, true);
  await browser.clock.advance(1000);
  const again = await browser.net.next('GET', EVENTS);
  assert.equal(again.headers['Last-Event-ID'], '17');
  await again.stream();
  assert.equal(chat.lost, false);
  await again.event('message', stored('3', 'operator', 'Still there?'), '18');
  await (await browser.net.next('GET', HISTORY)).json(page(stored('1', 'user', 'hi'), stored('2', 'operator', 'Hello'), stored('3', 'operator', 'Still there?')));
  assert.deepEqual(chat.items.map(({ id }) => id), ['1', '2', '3']);
});

test('after a long absence the newest page is shown and the rest is earlier', async () => {
  const browser = new Browser().known();
  const chat = browser.open();
  const events = await browser.connect(stored('1', 'user', 'hi'));
  await events.cut();
  await browser.clock.advance(1000);
  await (await browser.net.next('GET', EVENTS)).stream();
  await (await browser.net.next('GET', HISTORY)).json({ messages: [stored('8', 'operator', 'a'), stored('9', 'operator', 'b')], total_messages: 9 });
  assert.deepEqual(chat.items.map(({ id }) => id), ['8', '9']);
  assert.equal(chat.more, true);
  const earlier = chat.earlier();
  const call = await browser.net.next('GET', HISTORY);
  assert.match(call.path, /before=8/);
  await call.json({ messages: [stored('6', 'user', 'x'), stored('7', 'operator', 'y')], total_messages: 9 });
  await earlier;
  assert.deepEqual(chat.items.map(({ id }) => id), ['6', '7', '8', '9']);
});

test('what the operator erased disappears', async () => {
  const browser = new Browser().known();
  const chat = browser.open();
  const events = await browser.connect(stored('1', 'user', 'hi'), stored('2', 'assistant', 'Hello'));
  await events.cut();
  await browser.clock.advance(1000);
  await (await browser.net.next('GET', EVENTS)).stream();
  await (await browser.net.next('GET', HISTORY)).json(page());
  assert.deepEqual(shown(chat), []);
});

test('a token that is about to expire is renewed for the same visitor', async () => {
  const browser = new Browser();
  browser.storage.setItem('p visitor', JSON.stringify(browser.token('v1', 'old', 10)));
  browser.open();
  const session = await browser.net.next('POST', 'api/session');
  assert.equal(session.headers.Authorization, 'Bearer old');
  await session.json(browser.token('v1', 'new'));
  assert.equal((await browser.net.next('GET', HISTORY)).headers.Authorization, 'Bearer new');
});

test('a token that the hub refuses is renewed once and the call made again', async () => {
  const browser = new Browser();
  const { chat, call } = await sent(browser);
  await call.json({ error: 'Expired', code: 'unauthorized' }, 401);
  await (await browser.net.next('POST', 'api/session')).json(browser.token('v1', 't2'));
  const again = await browser.net.next('POST', 'api/chat');
  assert.equal(again.headers.Authorization, 'Bearer t2');
  await again.json({ error: 'Expired', code: 'unauthorized' }, 401);
  assert.deepEqual(shown(chat), ['u failed: hi']);
});

test('a visitor whom the hub has forgotten becomes a new one, with what they were about to say', async () => {
  const browser = new Browser().known();
  const chat = browser.open();
  await browser.connect(stored('1', 'user', 'before'), stored('2', 'assistant', 'yes'));
  chat.send('hi');
  await (await browser.net.next('POST', 'api/chat')).json({ error: 'Who?', code: 'unauthorized' }, 401);
  const session = await browser.net.next('POST', 'api/session');
  assert.equal(session.headers.Authorization, 'Bearer t1');
  await session.json({ error: 'Who?', code: 'unauthorized' }, 401);
  const fresh = await browser.net.next('POST', 'api/session');
  assert.equal(fresh.headers.Authorization, undefined);
  await fresh.json(browser.token('v2', 't2'));
  const again = await browser.net.next('POST', 'api/chat');
  assert.deepEqual([again.body.user_id, again.body.text], ['v2', 'hi']);
  assert.deepEqual(shown(chat), ['u sending: hi']);
});

test('another tab may have become a new visitor meanwhile', async () => {
  const browser = new Browser().known();
  const chat = browser.open();
  const events = await browser.connect(stored('1', 'user', 'before'));
  browser.storage.setItem('p visitor', JSON.stringify(browser.token('v2', 't2')));
  await events.cut();
  await browser.clock.advance(1100);
  assert.deepEqual(shown(chat), []);
  await browser.net.next('GET', 'api/conversation/v2/web');
});

test('messages that come while the chat is closed are counted once', async () => {
  const browser = new Browser().known();
  const chat = browser.open();
  const events = await browser.connect();
  chat.shown = false;
  await events.event('message', stored('1', 'operator', 'Hello'), '1');
  await events.event('message', stored('1', 'operator', 'Hello'), '1');
  await events.event('message', stored('2', 'assistant', '', { state: 'streaming' }), '2');
  await events.event('message', stored('2', 'assistant', 'Hi', {}), '3');
  await events.event('message', stored('3', 'user', 'from another tab'), '4');
  assert.equal(chat.unread, 2);
});

test('a page that nobody looks at gives its connection back', async () => {
  const browser = new Browser().known();
  const chat = browser.open();
  const events = await browser.connect();
  chat.rest();
  await browser.clock.advance(600_000);
  assert.equal(events.signal.aborted, true);
  await browser.net.none('GET', EVENTS);
  chat.wake(false);
  await browser.net.next('GET', EVENTS);
});

test('what the operator took out disappears at once', async () => {
  const browser = new Browser().known();
  const chat = browser.open();
  const events = await browser.connect(stored('1', 'user', 'hi'), stored('2', 'operator', 'oops'));
  await events.event('removed', { id: '2' });
  await events.event('removed', { id: 'unknown' });
  assert.deepEqual(chat.items.map(({ id }) => id), ['1']);
});

test('a conversation that is not what it was is loaded again', async () => {
  const browser = new Browser().known();
  const chat = browser.open();
  const events = await browser.connect(stored('1', 'user', 'hi'), stored('2', 'assistant', 'a'));
  await events.event('reset', {});
  await (await browser.net.next('GET', HISTORY)).json(page(stored('1', 'user', 'hi'), stored('3', 'assistant', 'b')));
  assert.deepEqual(chat.items.map(({ id }) => id), ['1', '3']);
});

test('the same words as before, sent but not stored before a reload, are not taken for those', async () => {
  const browser = new Browser().known();
  browser.net.up = false;
  browser.open().send('ok');
  await settle();
  browser.net = new Net();
  const chat = browser.open();
  const old = [stored('1', 'user', 'ok'), stored('2', 'assistant', 'first')];
  await (await browser.net.next('GET', HISTORY)).json(page(...old));
  const call = await browser.net.next('POST', 'api/chat');
  await call.stream();
  await call.event('accepted', { user_message_id: '3', reply_id: '4' });
  const now = [...old, stored('3', 'user', 'ok'), stored('4', 'assistant', '', { state: 'streaming' })];
  await browser.reconnect(...now); // its history was asked for when it was seen which message it is
  await (await browser.net.next('GET', HISTORY)).json(page(...now)); // and again by the new connection
  await call.event('done', { user_message_id: '3', reply_id: '4', ai_response: 'second' });
  assert.deepEqual(chat.items.map(({ id, content }) => `${id} ${content}`), ['1 ok', '2 first', '3 ok', '4 second']);
});

test('roles and states that are not known yet do no harm', async () => {
  const browser = new Browser().known();
  const chat = browser.open();
  await browser.connect(stored('1', 'note', 'hidden'), stored('2', 'assistant', 'x', { state: 'new' }), { id: '3', role: 'user', content: 'y', timestamp: 'never' });
  assert.deepEqual(shown(chat), ['a new: x', 'u sent: y']);
});
