// Draws a conversation: at most once a frame, and only what changed.

import { LIVE } from './conversation.js';
import { draw, h, icon, iconButton } from './dom.js';
import { parse } from './markdown.js';

const LONGEST = 4_000; // characters of a message, as code points
const WARN_FROM = 3_600;
const NEAR_END = 48; // px
const MOVES = ['wheel', 'touchmove', 'pointerdown', 'keydown', 'focusin'];
const MOVED_FOR = 1_000; // ms that a scroll may come after what the reader did
const NOTES = {
  user: { sending: 'sending', waiting: 'waiting', failed: 'unsent' },
  other: { stopped: 'stopped', interrupted: 'interrupted', failed: 'failed' },
};

export class View {
  #conversation;
  #texts;
  #memory;
  #day;
  #time;
  #drawn = new Map(); // item -> its element
  #following = true;
  #moved = -MOVED_FOR;
  #scheduled = false;
  #tick;

  /** @param heading h1 or h2; `memory` keeps the draft; with `onclose` there is a button to close */
  constructor({ heading, language, texts, title, greeting, memory, onclose }) {
    this.#texts = texts;
    this.#memory = memory;
    const day = new Intl.DateTimeFormat(language, { dateStyle: 'long' });
    const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
    this.#day = (at) => day.format(at);
    this.#time = (at) => time.format(at);
    this.moreButton = h('button.more', { type: 'button', onclick: () => this.#earlier() }, texts('earlier'));
    this.greeting = h('article.message', {}, h('div.body.plain', { dir: 'auto' }, greeting));
    const log = { role: 'log', 'aria-live': 'polite', 'aria-label': texts('log'), tabindex: 0 };
    this.log = h('div.log', { ...log, onscroll: () => this.#scrolled() }, this.moreButton, this.greeting);
    this.pill = h('button.pill', { type: 'button', hidden: '', onclick: () => this.#toEnd(this.log) }, icon('down'), texts('fresh'));
    this.banner = h('p', { dir: 'auto' });
    this.text = h('textarea', {
      rows: 1, dir: 'auto', enterkeyhint: 'send', 'aria-label': texts('message'), placeholder: texts('placeholder'),
      oninput: () => this.#typed(), onkeydown: (event) => this.#key(event),
    });
    this.stopButton = iconButton('stop', texts('stop'), () => this.#putBack(this.#conversation.stop()));
    this.sendButton = iconButton('send', texts('send'), () => this.#send());
    this.counter = h('p.counter');
    this.speech = h('p.unseen', { role: 'status' });
    this.element = h('div.chat', { lang: language },
      h('header', {}, h(heading, { dir: 'auto' }, title), onclose && iconButton('close', texts('close'), onclose)),
      h('div.main', {}, this.log, this.pill),
      h('footer', {}, this.banner, h('div.composer', {}, this.text, this.stopButton, this.sendButton), this.counter, this.speech));
  }

  /** To be called once, with the element in the page. */
  show(conversation) {
    this.#conversation = conversation;
    this.text.value = this.#memory.get('draft') ?? '';
    new ResizeObserver(() => this.#keepEnd()).observe(this.log);
    const moved = () => (this.#moved = performance.now());
    for (const move of MOVES) this.log.addEventListener(move, moved, { passive: true });
    this.#typed();
    this.#draw();
  }

  focus() {
    this.#typed(); // nothing could be measured while the chat was closed
    this.text.focus();
  }

  update() {
    if (this.#scheduled) return;
    this.#scheduled = true;
    requestAnimationFrame(() => this.#draw());
  }

  #draw() {
    const { items, more, sending } = this.#conversation;
    const old = this.#drawn;
    this.#scheduled = false;
    this.#drawn = new Map();
    // First: what stays is not moved then and keeps the focus.
    const staying = new Set(items);
    for (const [item, element] of old) if (!staying.has(item)) element.remove();
    let next = this.greeting.nextElementSibling;
    let day = this.#day(Date.now());
    let grown = false;
    for (const item of items) {
      const element = old.get(item) ?? this.#element(item);
      this.#drawn.set(item, element);
      if (element === next) next = next.nextElementSibling;
      else this.log.insertBefore(element, next);
      grown = this.#fill(element, item, day) || grown;
      day = this.#day(item.time);
    }
    this.moreButton.hidden = !more;
    this.greeting.hidden = more;
    if (!sending && this.stopButton.matches(':focus')) this.focus();
    this.stopButton.hidden = !sending;
    this.#drawBanner();
    this.#keepEnd();
    this.pill.hidden = this.#following || (this.pill.hidden && !grown);
  }

  #element({ role, live, told }) {
    const person = role === 'operator';
    const author = h(person ? 'p.author' : 'p.author.unseen', {}, person && icon('person'), this.#texts(role));
    // Read out is what comes whole; of what comes bit by bit, the end. What was there before is not.
    return h(`article.message.${role}`, { 'aria-live': live && told ? null : 'off' },
      h('p.day'), author, h('div.body', { dir: 'auto' }), h('p.note', { dir: 'auto' }));
  }

  /** Whether there is more to see than before. */
  #fill(element, item, dayBefore) {
    const [day, , body, note] = element.children;
    day.textContent = this.#day(item.time);
    day.hidden = day.textContent === dayBefore;
    const last = this.#conversation.items.at(-1) === item;
    if (element.revision === item.revision && element.last === last) return false;
    const wasLive = element.classList.contains('live');
    const isLive = LIVE.includes(item.state);
    const grown = element.revision !== item.revision;
    Object.assign(element, { revision: item.revision, last });
    element.classList.toggle('live', isLive);
    body.title = this.#time(item.time);
    if (item.role === 'user') body.textContent = item.content;
    else this.#fillReply(body, item.content);
    this.#fillNote(note, item, last);
    note.classList.toggle('bad', item.state === 'failed');
    if (isLive && !wasLive) this.#say(this.#texts('writing'));
    if (wasLive && !isLive) this.#say(`${this.#texts(item.role)}: ${body.textContent} ${note.textContent}`);
    return grown;
  }

  /** Of a text that grows, only what follows the start of its last block is read again; what is pressed or selected stays. */
  #fillReply(body, content) {
    if (body.starts && body.content === content) return;
    if (!body.starts || !content.startsWith(body.content)) {
      body.starts = [];
      body.replaceChildren();
    }
    body.content = content;
    const from = body.starts.pop() ?? 0;
    const blocks = parse(content.slice(from));
    body.lastChild?.remove();
    body.append(...blocks.map((block) => draw(block, this.#texts)));
    body.starts.push(...blocks.map(({ start }) => from + start));
  }

  /** A button that is being pressed must not be replaced: the press would be lost. */
  #fillNote(note, item, last) {
    const says = `${item.state} ${last} ${item.problem}`;
    if (note.says === says) return;
    note.says = says;
    note.replaceChildren(...this.#note(item, last));
  }

  #note(item, last) {
    const { role, state, problem } = item;
    const key = (NOTES[role] ?? NOTES.other)[state];
    if (!key) return [];
    const button = (name, onclick) => h('button.link', { type: 'button', onclick }, this.#texts(name));
    const parts = [h(state === 'sending' ? 'span.late' : 'span', {}, problem || this.#texts(key))];
    const again = key === 'unsent' || (last && ['failed', 'interrupted'].includes(state));
    if (again) parts.push(' ', button('again', () => this.#again(item)));
    if (key === 'unsent') parts.push(' ', button('edit', () => this.#putBack(this.#conversation.takeBack(item))));
    return parts;
  }

  #again(item) {
    this.#conversation.retry(item);
    this.#toEnd(this.log);
  }

  #drawBanner() {
    const { busyUntil, lost, problem } = this.#conversation;
    const seconds = Math.ceil((busyUntil - Date.now()) / 1000);
    const kind = seconds > 0 ? 'busy' : navigator.onLine === false ? 'offline' : lost ? 'lost' : '';
    clearTimeout(this.#tick);
    if (kind === 'busy') this.#tick = setTimeout(() => this.update(), 1000);
    this.banner.hidden = !kind;
    if (kind) this.banner.textContent = (kind === 'lost' && problem) || this.#texts(kind, seconds);
    if (kind !== this.banner.className && /busy|offline/.test(kind)) this.#say(this.banner.textContent);
    this.banner.className = kind;
  }

  #say(text) {
    this.speech.textContent = text.slice(0, 2000);
  }

  #scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = this.log;
    const atEnd = scrollHeight - scrollTop - clientHeight < NEAR_END;
    // What changes its size is scrolled, too, and more than once between two frames. Only the reader leaves the end.
    if (atEnd || performance.now() - this.#moved < MOVED_FOR) this.#following = atEnd;
    if (this.#following) this.pill.hidden = true;
  }

  #keepEnd() {
    if (this.#following) this.log.scrollTop = this.log.scrollHeight;
  }

  #toEnd(focus) {
    this.#following = true;
    this.pill.hidden = true;
    this.#keepEnd();
    focus.focus();
  }

  async #earlier() {
    this.moreButton.disabled = true;
    this.#following = false;
    await this.#conversation.earlier().catch(() => {}); // the button stays: try again
    const { scrollHeight, scrollTop } = this.log;
    this.#draw();
    this.log.scrollTop = scrollTop + this.log.scrollHeight - scrollHeight;
    this.moreButton.disabled = false;
    (this.moreButton.hidden ? this.log : this.moreButton).focus({ preventScroll: true });
  }

  #key(event) {
    // 229: the Enter that ends a composition in Safari, which has already said that it is over.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    this.#send();
  }

  #typed() {
    const { text, counter, sendButton } = this;
    const count = [...text.value.trimEnd()].length;
    const over = count - LONGEST;
    this.#memory.set('draft', text.value);
    text.style.height = 'auto';
    text.style.height = `${text.scrollHeight}px`;
    counter.hidden = count < WARN_FROM;
    counter.textContent = over > 0 ? this.#texts('over', over) : this.#texts('count', count, LONGEST);
    if (counter.classList.toggle('bad', over > 0) && !sendButton.disabled) this.#say(counter.textContent);
    sendButton.disabled = over > 0 || text.value.trim() === '';
  }

  #send() {
    if (this.sendButton.disabled) return;
    // Cleaned as the hub cleans it, so that the message is recognised when it comes back.
    const text = this.text.value.trimEnd().replace(/[\p{Cc}\p{Cs}]/gu, (c) => (/[\n\t]/.test(c) ? c : ''));
    this.text.value = '';
    this.#typed();
    this.#conversation.send(text);
    this.#toEnd(this.text);
  }

  #putBack(text) {
    this.text.value ||= text;
    this.focus();
  }
}
