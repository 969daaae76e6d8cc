import assert from 'node:assert/strict';
import test from 'node:test';
import { eventParser, readEvents } from '../../main/resources/web/chat/stream.js';
import { Clock } from './world.js';

const STREAM = ': hello\n\nid: 7\nevent: delta\ndata: {"text":"café 🙂 مرحبا"}\n\ndata: one\ndata:two\ndata\n\nevent: nothing\n\n: sign of life\n\nevent:done\nid:\ndata:  {}\n\ndata: cut off';
const EVENTS = [
  { type: 'delta', data: '{"text":"café 🙂 مرحبا"}', id: '7' },
  { type: 'message', data: 'one\ntwo\n', id: '7' },
  { type: 'done', data: ' {}', id: '' },
];

function parsed(pieces) {
  const events = [];
  const parse = eventParser((event) => events.push(event));
  pieces.forEach((piece) => parse(piece));
  return events;
}

const body = (...chunks) => new ReadableStream({
  start(controller) {
    for (const chunk of chunks) controller.enqueue(chunk);
    controller.close();
  },
});

for (const [name, end] of [['LF', '\n'], ['CRLF', '\r\n'], ['CR', '\r']]) {
  const text = STREAM.replaceAll('\n', end);

  test(`reads lines that end with ${name}`, () => assert.deepEqual(parsed([text]), EVENTS));

  test(`reads ${name} one character at a time`, () => assert.deepEqual(parsed([...text]), EVENTS));

  test(`reads ${name} cut in two at every byte`, async () => {
    const bytes = new TextEncoder().encode(text);
    for (let cut = 0; cut <= bytes.length; cut++) {
      const events = [];
      const two = body(bytes.slice(0, cut), bytes.slice(cut));
      await readEvents(two, (event) => events.push(event), new Clock(), 1000);
      assert.deepEqual(events, EVENTS, `cut at ${cut}`);
    }
  });
}

test('a byte order mark is no part of the first line', async () => {
  const events = [];
  await readEvents(body(new Uint8Array([0xef, 0xbb, 0xbf]), new TextEncoder().encode('data: x\n\n')), (event) => events.push(event.data), new Clock(), 1000);
  assert.deepEqual(events, ['x']);
});

test('empty pieces change nothing', () => {
  assert.deepEqual(parsed(['data: x\r', '', '\n', '', '\r\n']), [{ type: 'message', data: 'x', id: undefined }]);
});

test('a connection on which nothing comes is given up', async () => {
  const clock = new Clock();
  let failed = null;
  readEvents(new ReadableStream({}), () => {}, clock, 1000).catch((e) => { failed = e; });
  await clock.advance(999);
  assert.equal(failed, null);
  await clock.advance(1);
  assert.equal(failed.kind, 'network');
});

test('every byte, also a comment, is a sign of life', async () => {
  const clock = new Clock();
  let controller;
  const reading = readEvents(new ReadableStream({ start: (c) => { controller = c; } }), () => {}, clock, 1000);
  for (let i = 0; i < 5; i++) {
    await clock.advance(900);
    controller.enqueue(new TextEncoder().encode(':\n\n'));
  }
  await clock.advance(900);
  controller.close();
  await reading;
});

for (const [kind, error] of [['network', new TypeError('reset')], ['aborted', new DOMException('stop', 'AbortError')]]) {
  test(`a connection that breaks is told from one that we end: ${kind}`, async () => {
    const broken = new ReadableStream({ start: (controller) => controller.error(error) });
    await assert.rejects(readEvents(broken, () => {}, new Clock(), 1000), { kind });
  });
}

test('nothing is read after the event that says so', async () => {
  const events = [];
  const endless = new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode('data: a\n\ndata: end\n\n')) });
  await readEvents(endless, ({ data }) => events.push(data) && data === 'end', new Clock(), 1000);
  assert.deepEqual(events, ['a', 'end']);
});
