import assert from 'node:assert/strict';
import test from 'node:test';
import { Memory } from '../../main/resources/web/chat/memory.js';
import { Storage } from './world.js';

const blocked = () => {
  throw new DOMException('blocked', 'SecurityError');
};

test('what is kept is there for the next page, under its prefix', () => {
  const storage = new Storage();
  new Memory(() => storage, 'p ').set('visitor', { token: 't' });
  assert.deepEqual(new Memory(() => storage, 'p ').get('visitor'), { token: 't' });
  assert.equal(new Memory(() => storage, 'q ').get('visitor'), null);
});

test('where storage is blocked, the page itself remembers', () => {
  const memory = new Memory(blocked, 'p ');
  memory.set('outbox.1', 'a');
  memory.set('outbox.2', 'b');
  assert.deepEqual(memory.all('outbox.').sort(), ['a', 'b']);
  memory.remove('outbox.1');
  assert.deepEqual(memory.all('outbox.'), ['b']);
});

test('where storage is full, the newest value still counts', () => {
  const storage = new Storage();
  const memory = new Memory(() => storage, 'p ');
  memory.set('draft', 'old');
  storage.full = blocked;
  memory.set('draft', 'new');
  assert.equal(memory.get('draft'), 'new');
  assert.deepEqual(memory.all('draft'), ['new']);
});

test('what somebody else put there is no error', () => {
  const storage = new Storage();
  storage.setItem('p visitor', '{broken');
  assert.equal(new Memory(() => storage, 'p ').get('visitor'), null);
});
