import { textIn, type WrittenForm } from '#messages/local-text.ts';
import { words } from '#messages/words.ts';
import { dateOf, isOpen, milestoneState } from '#office/milestone/milestone.ts';
import type { MilestoneLine } from '#office/milestone/read.ts';
import { pageFolder } from '#office/register/register.ts';
import type { Entry } from './calendar.ts';

/** Milestones as entries of a calendar, each leading to the record that it belongs to. */
export function entriesOf(milestones: readonly MilestoneLine[], form: WrittenForm): Entry[] {
  return milestones.map((one) => {
    const state = milestoneState(one);
    const [owner] = one.belongsTo;
    const folder = owner && pageFolder(owner);
    return {
      id: one.id, title: textIn(one.title, form), category: one.kind ? words(form, 'vocabulary.milestoneKind')(one.kind) : '', about: owner ? [textIn(owner.name, form)] : [],
      on: dateOf(one), state: state === 'cancelled' ? 'cancelled' : isOpen(state) ? 'ahead' : 'happened',
      page: owner && folder ? `/${folder}/${owner.slug}` : '/milestones', version: one.version, changedAt: one.changedAt,
    };
  });
}
