// Server-sent events over fetch: an EventSource can neither POST nor send an Authorization header.

/**
 * Why a call failed: `network` (try again by yourself), `busy` (the hub asks to wait `seconds`),
 * `failed` (the hub said no; `text` is its sentence), `aborted` (by us).
 */
export class Trouble extends Error {
  constructor(kind, more) {
    super(kind);
    Object.assign(this, { kind, text: '' }, more);
  }

  /** What fetch and its streams throw. */
  static of({ name }) {
    return new Trouble(name === 'AbortError' ? 'aborted' : 'network');
  }
}

/** @returns a function that takes text in pieces of any size and emits events {type, data, id} */
export function eventParser(emit) {
  let rest = '';
  let afterReturn = false;
  let event = {};
  let id;
  const read = (line) => {
    const [, name, value] = /^([^:]*):? ?(.*)$/s.exec(line);
    if (name === 'event') event.type = value;
    else if (name === 'data') (event.data ??= []).push(value);
    else if (name === 'id') id = value;
    else if (line === '') {
      const { type = 'message', data } = event;
      event = {};
      if (data) emit({ type, data: data.join('\n'), id });
    }
  };
  return (piece) => {
    const lines = (rest + (afterReturn ? piece.replace(/^\n/, '') : piece)).split(/\r\n|\n|\r/);
    if (piece) afterReturn = piece.endsWith('\r');
    rest = lines.pop();
    lines.forEach(read);
  };
}

/**
 * Reads until the body ends or `emit` returns true. The hub sends a comment every 15 s: when nothing
 * has come for `patience` ms, the connection is dead.
 *
 * @throws {Trouble} network, aborted
 */
export async function readEvents(body, emit, clock, patience) {
  let over = false;
  const parse = eventParser((event) => {
    over ||= emit(event) === true;
  });
  const decoder = new TextDecoder();
  const reader = body.getReader();
  const leave = () => reader.cancel().catch(() => {});
  while (!over) {
    let silent = false;
    const timer = clock.setTimeout(() => {
      silent = true;
      leave();
    }, patience);
    const { done, value } = await reader.read().catch((error) => {
      throw Trouble.of(error);
    }).finally(() => clock.clearTimeout(timer));
    if (silent) throw new Trouble('network');
    if (done) return;
    parse(decoder.decode(value, { stream: true }));
  }
  leave();
}
