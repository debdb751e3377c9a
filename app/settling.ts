import { folderOf } from '#app/registers.ts';
import { actAddress } from '#components/agreement/act-address.ts';
import type { Waiting } from '#office/desk/desk.ts';

/** The act that settles what waits: its word under `desk.verbs`, and its address. `path` is the workspace in its written form. */
export function settlingActs(path: string, one: Waiting): { verb: string; href: string }[] {
  const record = recordOf(path, one);
  switch (one.kind) {
    case 'decide': return [{ verb: 'decide', href: `${record}/decide` }];
    case 'ends': return [one.mayRenew ? { verb: 'renew', href: actAddress(record, 'renewal') } : { verb: 'decide', href: `${record}/decide` }];
    case 'overdue': return [{ verb: 'done', href: `${record}/complete` }, { verb: 'postpone', href: `${record}/postpone` }];
    case 'unsent': return [{ verb: 'goOn', href: record }];
    case 'proposal': return [{ verb: 'consider', href: record }];
    case 'returnedProposal': return [{ verb: 'rework', href: record }];
    case 'missed': case 'returned': case 'ownDraft': return [{ verb: 'rework', href: `${record}/edit` }];
    case 'toReview': case 'unscheduled': return [{ verb: 'consider', href: `${record}/publish` }];
    case 'toPublish': return [{ verb: 'publish', href: `${record}/publish` }];
    case 'scheduled': return [{ verb: 'look', href: `${record}/publish` }];
  }
}

/** Where the thing itself stands. */
export function recordOf(path: string, { noun, id, place }: Waiting): string {
  if (place !== null) return `${path.replace(/\/workspace$/, '')}${place}`;
  return noun ? `${path}/${folderOf(noun)}/${id}` : path;
}
