import { actWord } from '#components/agreement/act-word.ts';
import { textIn, type WrittenForm } from '#messages/local-text.ts';
import { words } from '#messages/words.ts';
import type { CalledOff, DatedLine } from '#office/chronicle/dates.ts';
import { pageFolder } from '#office/register/register.ts';
import type { Entry } from './calendar.ts';

/** What the chronicle knows to the month or better as entries of a calendar, each leading to the record that it is of. */
export function entriesOf({ lines, calledOff }: { lines: readonly DatedLine[]; calledOff: readonly CalledOff[] }, form: WrittenForm): Entry[] {
  return [...lines.map((line) => entryOf(line, form)), ...calledOff.map((one) => takenBack(one, form))];
}

function entryOf(line: DatedLine, form: WrittenForm): Entry {
  const { id, on, of, milestone, type, version, changedAt } = line;
  const folder = of && pageFolder(of);
  const name = textIn(of?.name, form);
  return {
    id, on, version, changedAt, category: words(form, 'vocabulary.chronicleType')(type), title: milestone ? textIn(milestone.title, form) : `${whatHappened(line, form)}: ${name}`,
    about: [...(milestone && name ? [name] : []), ...(of ? [of.code] : [])], state: line.state === 'cancelled' ? 'cancelled' : line.ahead || line.state === 'planned' ? 'ahead' : 'happened',
    page: of && folder ? `/${folder}/${of.slug}` : '/milestones',
  };
}

/** A milestone that was withdrawn since: its day and its kind alone, so that the calendars that hold it take it out. */
function takenBack({ id, on, type, version, changedAt }: CalledOff, form: WrittenForm): Entry {
  const category = words(form, 'vocabulary.chronicleType')(type);
  return { id, on, version, changedAt, category, title: words(form, 'feeds.calendar')('takenBack', { what: category }), about: [], state: 'cancelled', page: '/milestones' };
}

function whatHappened(line: DatedLine, form: WrittenForm): string {
  const say = words(form, 'vocabulary');
  const { noun, act } = line;
  if (noun === 'agreement' && act) return say(`act.${actWord(act, line)}`);
  if (act === 'start' || act === 'finish') return say(`projectDate.${act}`);
  return say(`${noun === 'membership' ? 'membershipAct' : 'projectAct'}.${act}`);
}
