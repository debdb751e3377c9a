import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { versionless } from '#server/versionless.ts';
import { frontDoor } from './front-door.ts';

const script = 'r.version="19.3.0-canary-27-2026";if("19.3.0-canary-27-2026"!==o.version)throw 1;window.next={version:"16.4.6",appDir:!0};x={reconcilerVersion:"19.3.0-canary-27-2026",size:"1.2.3"}';

test('of a version the first number remains, the same wherever it stands; what only looks like one stays', () => {
  assert.equal(versionless(script), 'r.version="19";if("19"!==o.version)throw 1;window.next={version:"16",appDir:!0};x={reconcilerVersion:"19",size:"1.2.3"}');
});

const door = await frontDoor((_, response) => void response.writeHead(200, { 'content-type': 'application/javascript; charset=utf-8' }).end(script));
after(() => door.close());

test('a script goes out without them, and no less to whoever asks again', async () => {
  for (let n = 0; n < 2; n += 1) assert.doesNotMatch((await door.visit('/_next/static/chunks/a.js')).text, /16\.4|canary/);
  assert.equal((await door.visit('/_next/static/chunks/a.css')).text, script, 'what is no script is sent as it is');
});
