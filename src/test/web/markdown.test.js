import assert from 'node:assert/strict';
import test from 'node:test';
import { parse, safeLink } from '../../main/resources/web/chat/markdown.js';

/** The tree as the page draws it, with what is dangerous escaped; for comparing only. */
function html(nodes) {
  const text = (value) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return nodes.map((node) => {
    if (typeof node === 'string') return text(node);
    const { tag, href, language, align, first, kids } = node;
    const extra = [href && `href=${href}`, language && `language=${language}`, align, first > 1 && `start=${first}`];
    return `<${[tag, ...extra.filter(Boolean)].join(' ')}>${html(kids)}</${tag}>`;
  }).join('');
}

const drawn = (text) => html(parse(text));
const plain = (nodes) => nodes.map((node) => (typeof node === 'string' ? node : plain(node.kids))).join('');
const all = (nodes) => nodes.flatMap((node) => (typeof node === 'string' ? [] : [node, ...all(node.kids)]));
const depth = (nodes) => Math.max(0, ...nodes.map((node) => (typeof node === 'string' ? 0 : 1 + depth(node.kids))));

const examples = [
  ['one line\nand another', '<p>one line<br></br>and another</p>'],
  ['one\n\ntwo', '<p>one</p><p>two</p>'],
  ['# One\n### Three ###\n####### no', '<h3>One</h3><h5>Three</h5><p>####### no</p>'],
  ['**bold** *it* _it_ __bold__ ~~gone~~', '<p><strong>bold</strong> <em>it</em> <em>it</em> <strong>bold</strong> <del>gone</del></p>'],
  ['***both***, **a *b***, *a **b***', '<p><strong><em>both</em></strong>, <strong>a <em>b</em></strong>, <em>a <strong>b</strong></em></p>'],
  ['2 * 3 * 4, snake_case_name, a ** b', '<p>2 * 3 * 4, snake_case_name, a ** b</p>'],
  ['**never closed and *neither', '<p>**never closed and *neither</p>'],
  ['password: ****, ____', '<p>password: ****, ____</p>'],
  ['\\*not\\* \\[x\\](y) C:\\dir', '<p>*not* [x](y) C:\\dir</p>'],
  ['`a*b*` ``x`y`` `` ` `` `open', '<p><code>a*b*</code> <code>x`y</code> <code>`</code> `open</p>'],
  ['- a\n- b\n  - c\n    text\n\nafter', '<ul><li><p>a</p></li><li><p>b</p><ul><li><p>c<br></br>text</p></li></ul></li></ul><p>after</p>'],
  ['3. c\n4. d', '<ol start=3><li><p>c</p></li><li><p>d</p></li></ol>'],
  ['1. a\n   - b\n2. c', '<ol><li><p>a</p><ul><li><p>b</p></li></ul></li><li><p>c</p></li></ol>'],
  ['1. a\n  - b, two spaces as models write it', '<ol><li><p>a</p><ul><li><p>b, two spaces as models write it</p></li></ul></li></ol>'],
  ['text:\n- a\n- b', '<p>text:</p><ul><li><p>a</p></li><li><p>b</p></li></ul>'],
  ['in\n1986. A year', '<p>in<br></br>1986. A year</p>'],
  ['- [ ] to do\n- [x] done', '<ul><li><p>☐ to do</p></li><li><p>☑ done</p></li></ul>'],
  ['> a\n> **b**\n\nc', '<blockquote><p>a<br></br><strong>b</strong></p></blockquote><p>c</p>'],
  ['a\n\n---\n\nb', '<p>a</p><hr></hr><p>b</p>'],
  ['```js\nif (a < b) {\n\n  c();\n}\n```\nafter', '<pre language=js>if (a &lt; b) {\n\n  c();\n}</pre><p>after</p>'],
  ['~~~\n```\n~~~', '<pre>```</pre>'],
  ['```\nnever closed', '<pre>never closed</pre>'],
  ['- a\n  ```\n  x\n    y\n  ```', '<ul><li><p>a</p><pre>x\n  y</pre></li></ul>'],
  ['|a|b|c|\n|:-|:-:|-:|\n|1|2\\|3|**x**|\n|4|', '<table><thead><tr><th>a</th><th center>b</th><th end>c</th></tr></thead><tbody><tr><td>1</td><td center>2|3</td><td end><strong>x</strong></td></tr><tr><td>4</td></tr></tbody></table>'],
  ['a | b\nno table', '<p>a | b<br></br>no table</p>'],
  ['[text](https://a.example/b_(c)) [mail](mailto:a@b.example "title")', '<p><a href=https://a.example/b_(c)>text</a> <a href=mailto:a@b.example>mail</a></p>'],
  ['see https://a.example/x_y, (https://b.example). **https://c.example**', '<p>see <a href=https://a.example/x_y>https://a.example/x_y</a>, (<a href=https://b.example>https://b.example</a>). <strong><a href=https://c.example>https://c.example</a></strong></p>'],
  ['![cat](https://a.example/cat.png)', '<p><a href=https://a.example/cat.png>cat</a></p>'],
  ['[a [b](https://in.example) c](https://out.example)', '<p><a href=https://out.example>a b c</a></p>'],
  ['[https://in.example](https://out.example)', '<p><a href=https://out.example>https://in.example</a></p>'],
  ['a<br>b', '<p>a<br></br>b</p>'],
];
for (const [text, expected] of examples) {
  test(`draws ${JSON.stringify(text)}`, () => assert.equal(drawn(text), expected));
}

const attacks = [
  'javascript:alert(1)', 'JaVaScRiPt:alert(1)', ' javascript:alert(1)', 'java\nscript:alert(1)', 'java\tscript:alert(1)',
  '\u0001javascript:alert(1)', 'javascript&colon;alert(1)', '&#106;avascript:alert(1)', 'javascript&#58;alert(1)', 'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)', 'file:///etc/passwd', 'blob:https://a.example/1', 'about:blank', '//evil.example', '/relative', '#here', 'mailto:', 'https://',
  'https://a b', 'https://a\u0000b', 'http:/evil.example', 'view-source:https://a.example', 'https\u200b://a.example', '\\javascript:alert(1)', 'intent://a#Intent;end',
];
for (const target of attacks) {
  test(`never links to ${JSON.stringify(target)}`, () => {
    assert.equal(safeLink(target), null);
    const ways = [`[x](${target})`, `[x](<${target}>)`, `![x](${target})`, `<${target}>`, `[x](${target} "t")`, `[**x**](${target})`, `| a |\n|---|\n| [x](${target}) |`];
    for (const way of ways) {
      for (const { tag, href } of all(parse(way))) if (tag === 'a') assert.match(href, /^https?:\/\/[a-z]/);
    }
  });
}

test('knows no tags and attributes but its own', () => {
  const nasty = [
    '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<a href="javascript:alert(1)" onclick=alert(1)>x</a>',
    '<svg/onload=alert(1)>', '"><iframe srcdoc="<script>1</script>">', '<!-- --><style>*{display:none}</style>', '[x](https://a.example"onmouseover="alert(1))',
    '```"><script>\nx\n```', '# <b onclick=1>x</b>', '| <td onload=1> |\n|---|\n| <script> |', '`<b>`', '[<img src=x>](https://a.example)', '<math><mtext></p><img src=x onerror=1>',
  ];
  const tags = new Set('p h3 h4 h5 h6 ul ol li blockquote hr pre table thead tbody tr th td em strong del code br a'.split(' '));
  for (const text of [...nasty, nasty.join('\n'), nasty.map((line) => `> - ${line}`).join('\n')]) {
    for (const node of all(parse(text))) {
      assert.ok(tags.has(node.tag), node.tag);
      assert.deepEqual(Object.keys(node).filter((key) => !['tag', 'kids', 'href', 'language', 'align', 'first', 'start', 'line'].includes(key)), []);
      assert.ok([undefined, false, 'center', 'end'].includes(node.align));
    }
  }
});

test('nothing that was written is lost', () => {
  const text = 'A *b **c ~~d `e [f](https://g) _h\n\n> i\n\n- j\n\n| k |\n\n&amp; &lt; <l> \\m';
  for (const word of 'A b c d e f h i j k amp lt l m'.split(' ')) assert.ok(plain(parse(text)).includes(word), word);
});

const pieces = [
  '*a', '**a _b ~~c ', '[', '![', '[](a', '[a](<', '](((a', '[x](https://a', '`', '``a`', '```a`', '> ', '>', '- ', '- a\n', '1. a\n', '  - a\n', '> - ', '|', '|a', '|a|b|\n',
  '|a|b|\n|-|-|\n', 'https://', 'https://a.b/', 'https://a)', '&amp;', '*a*', '***a***', ' ', '\t', '\n', ' \n', '# ', '#', 'a_', '_a', '~~', '~', '\\', '<', '<br>', '---\n', '- - ', '=', '\u0000', '\ud800', '🙂', 'مرحبا ',
];
for (const piece of pieces) {
  test(`a megabyte of ${JSON.stringify(piece)} is read in proportion`, () => {
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
    const started = performance.now();
    const blocks = parse(text);
    // Half a second on a slow day; something quadratic would take minutes.
    assert.ok(performance.now() - started < 20_000);
    assert.ok(depth(blocks) < 40);
    assert.ok(all(blocks).length < 300_000);
  });
}

test('growing delimiters and indentations are no trap either', () => {
  let ticks = '';
  for (let i = 1; ticks.length < 200_000; i++) ticks += `${'`'.repeat(i)} `;
  let stairs = '';
  for (let i = 0; stairs.length < 200_000; i++) stairs += `${' '.repeat(i)}- a\n`;
  const wide = `${'|a'.repeat(40_000)}\n${'|-'.repeat(40_000)}\n${'|\n'.repeat(10_000)}`;
  for (const text of [ticks, stairs, wide, `${'['.repeat(50_000)}a${'](https://b)'.repeat(4_000)}`]) parse(text);
});

test('a text that grows has the same blocks as when it is read at once', () => {
  const text = '# A\n\nb\nc\n\n- d\n  - e\n\n  f\n- g\n\n```js\nh\n\ni\n```\n\n| j | k |\n|---|---|\n| l | m |\n\n> n\n\n1. o\n2. p\n\nlast *one*';
  let kept = [];
  for (let end = 1; end <= text.length; end++) {
    const from = kept.at(-1)?.start ?? 0;
    const fresh = parse(text.slice(from, end)).map((block) => ({ ...block, start: block.start + from }));
    kept = [...kept.slice(0, -1), ...fresh];
    assert.equal(html(kept), drawn(text.slice(0, end)), JSON.stringify(text.slice(0, end)));
  }
});

test('what comes after the longest text is shown plainly', () => {
  const blocks = parse(`${'word '.repeat(20_000)}**tail**`);
  assert.deepEqual(blocks.at(-1).kids, ['**tail**']);
});
