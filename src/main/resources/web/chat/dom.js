// The only place that makes elements: attributes by name, children as nodes or text, never markup.

const SVG = 'http://www.w3.org/2000/svg';
const ICONS = {
  send: 'M12 19V5M6 11l6-6 6 6',
  stop: 'M6 6h12v12H6z',
  close: 'M6 6l12 12M18 6L6 18',
  down: 'M12 5v14M6 13l6 6 6-6',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c0-4 4-6 8-6s8 2 8 6',
};

/** h('button.small', {type: 'button', onclick}, 'Send'). Attributes and children may be missing. */
export function h(name, attributes = {}, ...kids) {
  const [tag, ...classes] = name.split('.');
  const element = document.createElement(tag);
  if (classes.length > 0) element.className = classes.join(' ');
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (value != null && value !== false) element.setAttribute(key, value);
  }
  element.append(...kids.filter((kid) => kid != null && kid !== false));
  return element;
}

export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(document.createElementNS(SVG, 'path'));
  svg.firstChild.setAttribute('d', ICONS[name]);
  return svg;
}

export function iconButton(name, label, onclick) {
  return h(`button.icon.${name}`, { type: 'button', 'aria-label': label, title: label, onclick }, icon(name));
}

/** Draws what the Markdown reader read. */
export function draw(node, texts) {
  if (typeof node === 'string') return node;
  const { tag, href, first: start, align, kids } = node;
  const drawn = kids.map((kid) => draw(kid, texts));
  if (tag === 'a') return h('a', { href, target: '_blank', rel: 'noopener noreferrer nofollow' }, ...drawn);
  if (tag === 'pre') return code(node, texts);
  // What may be wider than the page can be scrolled, also with the keyboard.
  const wide = { role: 'group', 'aria-label': texts('table'), tabindex: 0 };
  if (tag === 'table') return h('div.wide', wide, h('table', { dir: 'auto' }, ...drawn));
  return h(tag, { start, class: align, dir: /^(?:p|h\d|li|blockquote|td|th)$/.test(tag) && 'auto' }, ...drawn);
}

function code({ language, kids: [text] }, texts) {
  const label = language || texts('code');
  const button = h('button', { type: 'button', onclick: () => copy(text, button, texts) }, texts('copy'));
  return h('div.code', { dir: 'ltr' }, h('div.bar', {}, label, button),
    h('pre', { role: 'group', 'aria-label': label, tabindex: 0 }, h('code', {}, text)));
}

async function copy(text, button, texts) {
  try {
    await navigator.clipboard.writeText(text);
  } catch { // not offered without https
    const area = h('textarea');
    area.value = text;
    button.after(area);
    area.select();
    document.execCommand('copy');
    area.remove();
    button.focus();
  }
  button.textContent = texts('copied');
  setTimeout(() => button.replaceChildren(texts('copy')), 2000);
}
