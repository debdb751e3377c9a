import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NotADocument, toDocument } from '#server/document.ts';
import { nextPage } from './front-door.ts';

test('Next’s runtime goes, and every other byte stays', () => {
  assert.equal(
    toDocument(nextPage('<h1>Списак <!-- -->&lt;script&gt;</h1>')),
    '<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/>' +
      '<link rel="stylesheet" href="/_next/static/chunks/a.css" data-precedence="next"/>' +
      '<link rel="preload" as="font" href="/fonts/1/text.woff2" crossorigin=""/><title>A &amp; &lt;b&gt;</title></head>' +
      '<body><main><h1>Списак &lt;script&gt;</h1></main></body></html>',
  );
});

test('linked data stays, wherever it stands', () => {
  const linked = '<script type="application/ld+json">{"name":"a \\u003c/script>"}</script>';
  assert.ok(toDocument(nextPage(`${linked}<p>x</p>`)).includes(`<main>${linked}<p>x</p></main>`));
});

test('text that only looks like a script is text', () => {
  const main = '<p title="<script>alert(1)</script>">a</p><textarea><script>b</script></textarea><p>&lt;script&gt;c</p>';
  assert.ok(toDocument(nextPage(main)).includes(`<main>${main}</main>`));
});

test('a script of any other kind goes, however it is written', () => {
  for (const script of ['<SCRIPT>alert(1)</SCRIPT>', '<script type="module">alert(1)</script >', '<script\n type=text/javascript>alert(1)</script\n>', '<script type="speculationrules">{}</script>', '<svg><script>alert(1)</script></svg>']) {
    const made = toDocument(nextPage(`<p>${script}</p>`));
    assert.doesNotMatch(made, /<script|alert/i, script);
  }
});

const blocked: [string, string][] = [
  ['an inline style', '<p style="color:red">a</p>'],
  ['a style element', '<style>p{color:red}</style>'],
  ['an inline handler', '<img src="/a.png" onerror="alert(1)">'],
  ['a script address', '<a href="java\tscript:alert(1)">a</a>'],
  ['a form that waits for scripts', '<form action="javascript:throw new Error(1)"></form>'],
  ['a streamed placeholder', '<!--$?--><template id="B:0"></template><p>loading</p><!--/$-->'],
  ['streamed content', '<div hidden id="S:0"><p>late</p></div>'],
  ['linked data that could end its element', '<script type="application/ld+json">{"name":"<!--<script>"}</script>'],
  ['a frame', '<iframe src="/"></iframe>'],
];
for (const [what, main] of blocked) {
  test(`${what} makes no document`, () => {
    assert.throws(() => toDocument(nextPage(main)), NotADocument);
  });
}

test('Next’s error makes no document', () => {
  assert.throws(() => toDocument('<!DOCTYPE html><html id="__next_error__"><head></head><body></body></html>'), NotADocument);
});

test('a script that never ends makes no document', () => {
  assert.throws(() => toDocument('<!DOCTYPE html><html><body><script>alert(1)'), NotADocument);
});
