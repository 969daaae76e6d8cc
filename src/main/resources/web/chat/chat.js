// Puts the parts together, for the page and for the widget.

import { Conversation } from './conversation.js';
import { Hub } from './hub.js';
import { Memory } from './memory.js';
import { chooseLanguage, textsIn } from './texts.js';
import { View } from './view.js';

const REST_AFTER = 60_000; // hidden for so long: the connection is given back
const TICK = 10_000;

const world = {
  fetch: (url, options) => fetch(url, options),
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: (timer) => clearTimeout(timer),
  now: () => Date.now(),
  random: () => Math.random(),
  uuid,
};

/** crypto.randomUUID is there with https only. */
function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/**
 * @param options base (the hub's address, ends with a slash), heading (h1 or h2), onchange and,
 *   optionally, language, title, greeting, onclose
 * @returns {view, conversation, texts, title, start}: put view.element into the page, then start
 */
export async function createChat({ base, heading, onchange, onclose, ...wishes }) {
  const memory = new Memory(() => localStorage, `prosa ${base} `);
  const hub = new Hub(base, memory, world);
  hub.language = chooseLanguage([wishes.language, ...navigator.languages]);
  const page = await hub.page().catch(() => memory.get('page') ?? {});
  memory.set('page', page);
  const language = chooseLanguage([wishes.language, page.language, ...navigator.languages]);
  hub.language = language;
  const texts = textsIn(language);
  const title = wishes.title || page.title || texts('title');
  const greeting = wishes.greeting || page.greeting || texts('greeting');
  const view = new View({ heading, language, texts, title, greeting, memory, onclose });
  const conversation = new Conversation(hub, memory, world, () => {
    view.update();
    onchange(conversation);
  });
  const start = () => {
    watch(conversation, view);
    view.show(conversation);
    conversation.start();
  };
  return { view, conversation, texts, title, start };
}

/** Networks come and go, tabs are hidden, laptops sleep, keyboards cover half of the screen. */
function watch(conversation, view) {
  let resting;
  let seen = Date.now();
  addEventListener('online', () => conversation.wake(true));
  addEventListener('offline', () => view.update());
  document.addEventListener('visibilitychange', () => {
    clearTimeout(resting);
    if (document.hidden) resting = setTimeout(() => conversation.rest(), REST_AFTER);
    else conversation.wake(false);
  });
  setInterval(() => {
    const slept = Date.now() - seen > 3 * TICK;
    if (slept && !document.hidden) conversation.wake(true);
    seen = Date.now();
  }, TICK);
  const fit = () => {
    const { scale, height, offsetTop } = visualViewport;
    if (scale > 1.01) return; // pinched, not covered
    view.element.style.setProperty('--height', `${height}px`);
    view.element.style.setProperty('--top', `${offsetTop}px`);
  };
  visualViewport.addEventListener('resize', fit);
  visualViewport.addEventListener('scroll', fit);
  fit();
}
