import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { gzipSync } from 'node:zlib';
import { chooseLanguage, textsIn, WORDS } from '../../main/resources/web/chat/texts.js';

const WEB = new URL('../../main/resources/web/', import.meta.url);
const read = (name) => readFileSync(new URL(name, WEB), 'utf8');
const modules = readdirSync(new URL('chat/', WEB)).map((name) => `chat/${name}`);
const placeholders = (text) => (text.match(/\{\d\}/g) ?? []).sort();

test('both languages say the same things', () => {
  assert.deepEqual(Object.keys(WORDS['pt-BR']), Object.keys(WORDS.en));
  for (const key of Object.keys(WORDS.en)) {
    assert.notEqual(WORDS['pt-BR'][key].trim(), '');
    assert.deepEqual(placeholders(WORDS['pt-BR'][key]), placeholders(WORDS.en[key]), key);
  }
});

test('every text is used', () => {
  const source = [...modules.filter((name) => !name.endsWith('texts.js')), 'widget.js', 'page.js'].map(read).join();
  for (const key of Object.keys(WORDS.en)) assert.match(source, new RegExp(`['" ]${key}\\b`), key);
});

test('the first language that we speak is taken', () => {
  const examples = [
    [['pt-BR'], 'pt-BR'], [['pt'], 'pt-BR'], [['PT-pt', 'en'], 'pt-BR'], [['en-GB'], 'en'], [['fr', 'de', 'pt-BR', 'en'], 'pt-BR'],
    [[undefined, '', 'pt'], 'pt-BR'], [['fr'], 'en'], [['ptx'], 'en'], [[], 'en'],
  ];
  for (const [wishes, expected] of examples) assert.equal(chooseLanguage(wishes), expected, String(wishes));
});

test('numbers are written as the language writes them', () => {
  assert.equal(textsIn('en')('count', 3999, 4000), '3,999 of 4,000 characters');
  assert.equal(textsIn('pt-BR')('count', 3999, 4000), '3.999 de 4.000 caracteres');
});

test('colours are those of the window', () => {
  const tokens = readFileSync(new URL('../../../css/tokens.css', import.meta.url), 'utf8').split('@media');
  const names = { raised: 'bg-raised', user: 'bg-user', person: 'bg-operator', code: 'bg-code', hover: 'bg-hover', warning: 'bg-warning', muted: 'text-muted', bad: 'danger', human: 'mode-human' };
  const of = (part, name) => new RegExp(`-prosa-${names[name] ?? name}: (.*);`).exec(part)?.[1];
  const found = [...read('chat.css').matchAll(/--([a-z-]+): light-dark\(((?:[^()]|\([^)]*\))*), ((?:[^()]|\([^)]*\))*)\);/g)];
  assert.ok(found.length > 15);
  for (const [, name, light, dark] of found) assert.deepEqual([light, dark], tokens.map((part) => of(part, name)), name);
  assert.doesNotMatch(read('chat.css').replace(/light-dark\(.*\);/g, ''), /#[0-9a-f]{3,8}\b|rgb/i);
});

test('nothing is inline, evaluated or written as markup', () => {
  for (const name of [...modules, 'widget.js', 'page.js']) {
    assert.doesNotMatch(read(name), /innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|new Function|cssText|\.cookie/, name);
  }
  assert.doesNotMatch(read('index.html'), /\sstyle=|\son\w+=|<style|<script>|javascript:/);
});

/** A page that has the widget loads the first two files; the rest comes when somebody opens it. */
test('the widget stays small', () => {
  const sizes = (names) => {
    const files = names.map(read);
    return [files.reduce((sum, text) => sum + Buffer.byteLength(text), 0), files.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0)];
  };
  const [launcher, launcherZipped] = sizes(['widget.js', 'chat.css']);
  const [whole, wholeZipped] = sizes(['widget.js', 'chat.css', ...modules]);
  const report = `launcher ${launcher} bytes, zipped ${launcherZipped}; whole ${whole}, zipped ${wholeZipped}`;
  console.log(report);
  assert.ok(launcher < 13_000 && launcherZipped < 5_000 && whole < 64_000 && wholeZipped < 24_000, report);
});
