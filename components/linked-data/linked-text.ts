import type { Graph, Thing } from 'schema-dts';

/** The things as JSON-LD. A name may hold markup: within a script only `<` could end it, and JSON can write it as an escape. */
export function linkedText(things: readonly Thing[]): string {
  const graph: Graph = { '@context': 'https://schema.org', '@graph': things };
  return JSON.stringify(graph).replaceAll('<', String.raw`\u003c`);
}
