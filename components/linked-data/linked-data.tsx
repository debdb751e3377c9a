import type { Thing } from 'schema-dts';
import { linkedText } from './linked-text.ts';

/** What the page says, for machines, in the schema.org vocabulary. Nothing stands here that a reader of the page does not see. */
export function LinkedData({ things }: { things: readonly Thing[] }) {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: linkedText(things) }} />;
}
