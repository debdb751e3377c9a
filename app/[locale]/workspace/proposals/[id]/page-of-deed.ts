import type { FormValues } from '#office/outcome.ts';

/** The page of the record on which this form stands; null where it is not opened again. An act that is recorded has a page for its kind. */
export function pageOfDeed(deed: string, typed: FormValues): string | null {
  const kind = typed.kind?.[0];
  if (deed.endsWith('.recordAct')) return kind ? `acts/new/${kind.replaceAll('_', '-')}` : null;
  return pages[deed] ?? (deed.endsWith('.revise') ? 'edit' : deed.endsWith('.merge') ? 'merge' : null);
}

const pages: Record<string, string> = {
  'agreement.addParty': 'party', 'agreement.sign': 'sign', 'milestone.complete': 'complete', 'milestone.postpone': 'postpone', 'milestone.cancel': 'cancel', 'milestone.start': 'start',
  'milestone.noteProgress': 'progress', 'agreement.recordOldAct': 'old-act', 'membership.recordOldAct': 'old-act', 'project.recordOldAct': 'old-act',
};
