// Markdown as chats use it, read into plain data: {tag, kids}, where a kid is a string or a node.
// What was written only ever becomes text; tags and attributes are ours. Time grows with the length.

const DEEPEST = 8;
const LONGEST = 100_000; // what comes after stays plain

const FENCE = /^ {0,3}(`{3,}|~{3,})(.*)$/;
const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/;
const RULE = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const ITEM = /^ {0,3}([-*+]|\d{1,9}[.)])(?:[ \t]{1,4}|$)/;
const QUOTE = /^ {0,3}> ?/;
const COLUMNS = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;
const BLANK = /^[ \t]*$/;
const WORD = /[\p{L}\p{N}]/u;
const TAGS = { '*': 'em', _: 'em', '**': 'strong', __: 'strong', '~~': 'del' };

const SPECIAL = /\\[!-/:-@[-`{-~]|`+|\*{4,}|\*\*?|_{4,}|__?|~~|!?\[|\]|\n|<br ?\/?>|\bhttps?:\/\/[^\s<>`"[\]]{1,2000}/gi;
const TARGET = /\(<?((?:[^\s()<>]|\([^\s()<>]{0,999}\)){0,2000})>?(?: {1,9}"[^"]{0,999}")?\)/y;

/** The target itself where it is http, https or mailto, otherwise null. */
export function safeLink(target) {
  return /^(?:https?:\/\/|mailto:)[^\s\p{Cc}]{1,4000}$/iu.test(target) ? target : null;
}

/**
 * The blocks of a text, each with `start`, where its first line begins. When text is appended, all
 * blocks but the last stay as they are: parsing may go on from the start of the last one.
 */
export function parse(text) {
  const lines = text.slice(0, LONGEST).split('\n');
  const found = blocks(lines, 0);
  let start = 0;
  let line = 0;
  for (const block of found) {
    for (; line < block.line; line++) start += lines[line].length + 1;
    block.start = start;
  }
  if (text.length > LONGEST) found.push({ tag: 'p', kids: [text.slice(LONGEST)], start: LONGEST });
  return found;
}

function blocks(lines, depth) {
  const found = [];
  for (let i = 0; i < lines.length;) {
    if (BLANK.test(lines[i])) {
      i++;
      continue;
    }
    const [node, next] = (depth < DEEPEST && special(lines, i, depth)) || paragraph(lines, i);
    found.push({ ...node, line: i });
    i = next;
  }
  return found;
}

function special(lines, i, depth) {
  const line = lines[i];
  if (FENCE.test(line)) return fence(lines, i);
  if (HEADING.test(line)) return heading(line, i);
  if (RULE.test(line)) return [{ tag: 'hr', kids: [] }, i + 1];
  if (QUOTE.test(line)) return quote(lines, i, depth);
  if (ITEM.test(line)) return list(lines, i, depth);
  return startsTable(lines, i) && table(lines, i);
}

/** Whether a line ends the paragraph before it. */
function interrupts(line) {
  return /^ {0,3}(?:[-*+] *\S|1[.)] |[#>_`~])/.test(line)
    && [FENCE, HEADING, RULE, QUOTE, ITEM].some((start) => start.test(line));
}

function paragraph(lines, from) {
  let i = from + 1;
  while (i < lines.length && !BLANK.test(lines[i]) && !interrupts(lines[i]) && !startsTable(lines, i)) i++;
  return [{ tag: 'p', kids: inline(lines.slice(from, i).map((line) => line.trim()).join('\n')) }, i];
}

function heading(line, i) {
  const [, marks, text = ''] = HEADING.exec(line);
  const tag = `h${Math.min(6, marks.length + 2)}`; // the page has the first two levels
  return [{ tag, kids: inline(text.replace(/(?:^|[ \t])#+[ \t]*$/, '').trim()) }, i + 1];
}

function fence(lines, from) {
  const [, marks, info] = FENCE.exec(lines[from]);
  if (marks[0] === '`' && info.includes('`')) return null;
  const code = [];
  let i = from + 1;
  for (let close; i < lines.length; i++) {
    close = FENCE.exec(lines[i]);
    if (close?.[1].startsWith(marks) && BLANK.test(close[2])) break;
    code.push(outdent(lines[i], lines[from].indexOf(marks)));
  }
  const language = info.trim().slice(0, 40).split(/[\s{]/)[0];
  return [{ tag: 'pre', language, kids: [code.join('\n')] }, i + 1];
}

function quote(lines, from, depth) {
  const inner = [];
  let i = from;
  for (; i < lines.length && !BLANK.test(lines[i]); i++) {
    if (!QUOTE.test(lines[i]) && interrupts(lines[i])) break;
    inner.push(lines[i].replace(QUOTE, ''));
  }
  return [{ tag: 'blockquote', kids: blocks(inner, depth + 1) }, i];
}

function list(lines, from, depth) {
  const kind = ITEM.exec(lines[from])[1];
  const same = (i) => ITEM.exec(lines[i] ?? '')?.[1].at(-1) === kind.at(-1) && !RULE.test(lines[i]);
  const kids = [];
  let i = from;
  for (let next = from; same(next); next = afterBlank(lines, i)) {
    const [body, end] = item(lines, next);
    kids.push({ tag: 'li', kids: blocks(body, depth + 1) });
    i = end;
  }
  return [/\d/.test(kind) ? { tag: 'ol', first: parseInt(kind, 10), kids } : { tag: 'ul', kids }, i];
}

/** The lines of one item, without their indentation. */
function item(lines, from) {
  const [mark] = ITEM.exec(lines[from]);
  const start = indent(lines[from]);
  const task = (_, on) => (on === ' ' ? '☐' : '☑');
  const body = [lines[from].slice(mark.length).replace(/^\[([ xX])\](?= )/, task)];
  let i = from + 1;
  for (let next; (next = afterBlank(lines, i)) < lines.length;) {
    const lazy = next === i && !interrupts(lines[i]) && !ITEM.test(lines[i]);
    if (!lazy && indent(lines[next]) < start + 2) break;
    for (; i < next; i++) body.push('');
    body.push(outdent(lines[i++], mark.length));
  }
  return [body, i];
}

function afterBlank(lines, from) {
  let i = from;
  while (i < lines.length && BLANK.test(lines[i])) i++;
  return i;
}

function indent(line) {
  return /^[ \t]*/.exec(line)[0].replaceAll('\t', '    ').length;
}

function outdent(line, columns) {
  let i = 0;
  for (let width = 0; width < columns && /[ \t]/.test(line[i]); i++) width += line[i] === '\t' ? 4 : 1;
  return line.slice(i);
}

function startsTable(lines, i) {
  return lines[i].includes('|') && lines[i + 1]?.includes('-') && COLUMNS.test(lines[i + 1])
    && cells(lines[i]).length === cells(lines[i + 1]).length;
}

function table(lines, from) {
  const align = cells(lines[from + 1]).map((cell) => /:$/.test(cell) && (cell[0] === ':' ? 'center' : 'end'));
  const row = (tag, line) => {
    const kids = cells(line).slice(0, align.length);
    return { tag: 'tr', kids: kids.map((cell, n) => ({ tag, align: align[n], kids: inline(cell) })) };
  };
  const rows = [];
  let i = from + 2;
  for (; i < lines.length && !BLANK.test(lines[i]) && !interrupts(lines[i]); i++) rows.push(row('td', lines[i]));
  const kids = [{ tag: 'thead', kids: [row('th', lines[from])] }, { tag: 'tbody', kids: rows }];
  return [{ tag: 'table', kids }, i];
}

function cells(line) {
  const bare = line.trim().replaceAll('\\|', '\0').replace(/^\|/, '').replace(/\|$/, '');
  return bare.split('|').map((cell) => cell.trim().replaceAll('\0', '|'));
}

/** First a flat list in which delimiters find their partners, then the tree. */
function inline(text) {
  const line = new Inline(text);
  let from = 0;
  for (let match; (SPECIAL.lastIndex = from, match = SPECIAL.exec(text)); ) {
    line.out.push(text.slice(from, match.index));
    from = line.token(match[0], match.index);
  }
  return tree([...line.out, text.slice(from)]);
}

class Inline {
  out = []; // strings, nodes, {open: tag, href}, {close: true}
  openers = []; // {at: index in out, kind}, innermost last
  count = {}; // how many openers there are of a kind
  unclosed = new Set(); // runs of backticks that have no partner any more

  constructor(text) {
    this.text = text;
  }

  /** Returns where to go on. */
  token(token, at) {
    const end = at + token.length;
    const kind = token === '![' ? '[' : token[0];
    if (kind === '`') return this.code(token, end);
    if (kind === ']') return this.link(end);
    if (TAGS[token]) return this.emphasis(token, at);
    if (/^h/i.test(token)) return this.address(token, at);
    if (kind === '[') this.open('[', token);
    else this.out.push(kind === '\\' ? token[1] : /[\n<]/.test(kind) ? { tag: 'br', kids: [] } : token);
    return end;
  }

  code(run, from) {
    const close = new RegExp(`(?<!\`)${run}(?!\`)`, 'g');
    close.lastIndex = from;
    const at = this.unclosed.has(run) ? null : close.exec(this.text)?.index;
    if (at == null) {
      this.unclosed.add(run);
      this.out.push(run);
      return from;
    }
    const code = this.text.slice(from, at).replaceAll('\n', ' ');
    const padded = code[0] === ' ' && code.at(-1) === ' ' && code.trim() !== '';
    this.out.push({ tag: 'code', kids: [padded ? code.slice(1, -1) : code] });
    return close.lastIndex;
  }

  emphasis(token, at) {
    const nested = this.openers.at(-1)?.kind === token[0] && this.text[at + 2] === token[0];
    const kind = nested ? token[0] : token; // of three marks, what was opened last is closed first
    const before = this.text[at - 1] ?? ' ';
    const after = this.text[at + kind.length] ?? ' ';
    if (kind[0] === '_' && WORD.test(before) && WORD.test(after)) this.out.push(kind);
    else if (this.count[kind] && /\S/.test(before)) this.close(kind, TAGS[kind]);
    else if (/\S/.test(after)) this.open(kind, kind);
    else this.out.push(kind);
    return at + kind.length;
  }

  open(kind, text) {
    this.openers.push({ at: this.out.push(text) - 1, kind });
    this.count[kind] = (this.count[kind] ?? 0) + 1;
  }

  pop() {
    const opener = this.openers.pop();
    this.count[opener.kind]--;
    return opener;
  }

  close(kind, tag, href) {
    let opener = this.pop();
    while (opener.kind !== kind) opener = this.pop();
    this.out[opener.at] = { open: tag, href };
    this.out.push({ close: true });
  }

  link(from) {
    TARGET.lastIndex = from;
    const target = this.count['['] && TARGET.exec(this.text);
    if (target) {
      const href = safeLink(target[1]);
      this.close('[', href && 'a', href);
      return TARGET.lastIndex;
    }
    if (this.openers.at(-1)?.kind === '[') this.pop();
    this.out.push(']');
    return from;
  }

  address(token, at) {
    const address = token.replace(token.includes('(') ? /[.,;:!?'*_~]+$/ : /[.,;:!?'*_~)]+$/, '');
    this.out.push({ tag: 'a', href: address, kids: [address] });
    return at + address.length;
  }
}

/** Beyond the deepest level, and for a link in a link, the text stays and the tag goes. */
function tree(tokens) {
  const path = [{ kids: [] }];
  const shown = [];
  for (const token of tokens) {
    const { kids } = path.at(-1);
    const useless = (tag) => !tag || path.length > DEEPEST || (tag === 'a' && path.some((node) => node.tag === 'a'));
    if (typeof token === 'string') {
      if (typeof kids.at(-1) === 'string') kids.push(kids.pop() + token);
      else if (token !== '') kids.push(token);
    } else if ('open' in token) {
      const node = { tag: token.open, href: token.href, kids: [] };
      shown.push(!useless(node.tag));
      if (shown.at(-1)) path.push(node), kids.push(node);
    } else if (token.close) {
      if (shown.pop()) path.pop();
    } else kids.push(...(token.tag === 'a' && useless('a') ? token.kids : [token]));
  }
  return path[0].kids;
}
