/** The page of the record on which this form stands; null where it is not opened again. */
export function pageOfDeed(deed: string): string | null {
  return pages[deed] ?? (deed.endsWith('.revise') ? 'edit' : null);
}

const pages: Record<string, string> = {
  'agreement.addParty': 'party', 'agreement.recordOldAct': 'old-act', 'agreement.sign': 'sign', 'membership.recordAct': 'act', 'project.recordAct': 'act',
  'milestone.complete': 'complete', 'milestone.postpone': 'postpone', 'milestone.cancel': 'cancel',
};
