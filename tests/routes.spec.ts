import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { publicAddresses } from '#app/addresses.ts';
import type { Rule } from './floor-rules.ts';
import { houseOf, theHouse } from './house.ts';
import * as routeRules from './route-rules.ts';

const { publicPaths, parametersOf, ...rules } = routeRules;
const house = theHouse();

const page = (lines: string, body: string) => `${lines}\nexport async function generateMetadata() {\n  await staff();\n}\n\nexport default async function Page() {\n  ${body}\n}\n`;
const broken: Record<keyof typeof rules, Record<string, string>[]> = {
  workspacePagesAskWhoIsThere: [
    { 'app/[locale]/workspace/page.tsx': page("import { staff } from '#app/viewer.ts';", 'return null;') },
    { 'app/[locale]/workspace/page.tsx': page('', 'await staff();') },
    { 'app/[locale]/workspace/a/page.tsx': page("import { staff } from '#app/other.ts';", 'await staff();') },
    { 'app/[locale]/workspace/a/page.tsx': page("import { staff } from '#app/viewer.ts';", 'staff();') },
    { 'app/[locale]/workspace/@aside/page.tsx': page("import { holder } from '#app/viewer.ts';", 'await holder();') },
    {
      'app/[locale]/workspace/a/page.tsx': page("import { admin } from '#app/admin.ts';", 'const viewer = await admin();'),
      'app/admin.ts': "import { staff } from '#app/viewer.ts';\n\nexport async function admin() {\n  return visitor;\n}\n\nasync function other() {\n  await staff();\n}\n",
    },
  ],
  staffIsAsked: [{ 'app/viewer.ts': 'export async function staff() {\n  const viewer = await viewerNow();\n  return viewer;\n}\n' }],
  publicPagesAreDocuments: [
    { 'app/[locale]/(public)/page.tsx': "import { a } from '#components/a.tsx';", 'components/a.tsx': "import { b } from './b.tsx';", 'components/b.tsx': "'use client';\n" },
    { 'app/[locale]/(public)/page.tsx': "import { staff } from '#app/viewer.ts';" },
    { 'app/[locale]/(public)/page.tsx': 'return <Suspense fallback={null}>' },
    { 'app/[locale]/(public)/page.tsx': 'if (!found) notFound();' },
    { 'app/[locale]/(public)/page.tsx': "import { recordOf } from '#app/record-page.tsx';" },
    { 'app/[locale]/layout.tsx': "import Script from 'next/script';" },
    { 'app/[locale]/layout.tsx': "'use cache';" },
  ],
  noStreamingFiles: [
    { 'app/[locale]/(public)/loading.tsx': '' }, { 'app/not-found.tsx': '' }, { 'proxy.ts': '' }, { 'middleware.ts': '' }, { 'app/[locale]/(public)/error.tsx': '' },
  ],
  noDoorIsTheSystem: [{ 'app/a.ts': "import { systemViewer } from '#office/viewer.ts';" }],
  routeHandlersAreKnown: [{ 'app/api/people/route.ts': '' }, { 'app/[locale]/(public)/export/route.ts': '' }],
};

describe('the routes', () => {
  for (const [name, rule] of Object.entries(rules) as [keyof typeof rules, Rule][]) {
    test(`${name} holds, and is seen to fail`, () => {
      assert.deepEqual(rule(house), []);
      for (const files of broken[name]) assert.notEqual(rule(houseOf(files)).length, 0, JSON.stringify(files));
    });
  }

  test('there are as many pages as the rules think', () => {
    const pages = [...house.keys()].filter((file) => /^app\/.*\/page\.tsx$/.test(file));
    const counted = pages.filter((file) => /^app\/\[locale\]\/(\(public\)|workspace|sign-in)\//.test(file));
    assert.deepEqual(pages, counted);
    assert.ok(pages.length > 30);
  });

  test('every public page is in the list of addresses, and every address has its page', () => {
    assert.deepEqual(publicPaths(house), publicAddresses.map(({ path }) => path).toSorted());
  });

  test('a public page reads no parameter that its address does not declare: the cache would not know it apart', () => {
    for (const { path, parameters } of publicAddresses) {
      const undeclared = parametersOf(house, path).filter((name) => !parameters.includes(name));
      assert.deepEqual(undeclared, [], path);
    }
    assert.ok(parametersOf(house, '/agreements').includes('standing'), 'no parameter was read at all');
  });
});
