import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { transformSync } from '@swc/core';
import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { NextIntlClientProvider } from 'next-intl';
import { catalogues } from '#messages/catalogue.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { officeTimeZone } from '#messages/words.ts';

// Node runs TypeScript as it is, but not JSX; the compiler is the one that next-intl brings along.
registerHooks({
  load(url, context, nextLoad) {
    if (!url.endsWith('.tsx')) return nextLoad(url, context);
    const { code } = transformSync(readFileSync(new URL(url), 'utf8'), {
      jsc: { parser: { syntax: 'typescript', tsx: true }, target: 'es2024', transform: { react: { runtime: 'automatic' } } },
      module: { type: 'es6' },
      isModule: true,
    });
    return { format: 'module', source: code, shortCircuit: true };
  },
});

/** The HTML of one drawing in one written form, with every word found: a missing message throws. */
export function draw(element: ReactElement, form: WrittenForm = 'sr-Cyrl'): string {
  const frame = {
    locale: form, messages: catalogues[form] as never, timeZone: officeTimeZone, children: element,
    onError: (error: Error) => { throw error; },
  };
  return renderToStaticMarkup(createElement(NextIntlClientProvider, frame));
}
