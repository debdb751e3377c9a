import { useTranslations } from 'next-intl';
import { LocalTextView } from '#components/local-text.tsx';
import { OnePressForm } from '#components/milestone/one-press-form.tsx';
import type { EntryFormProps } from '#components/form.tsx';
import { Notice } from '#components/notice.tsx';
import { Card, Todo } from '#components/todo.tsx';
import { writeInstant } from '#messages/dates.ts';
import { textIn, type WrittenForm } from '#messages/local-text.ts';
import { reminderWords } from '#messages/reminder-words.ts';
import type { Noun } from '#office/permission.ts';
import type { Reminder } from '#office/reminder/read.ts';

type Props = { form: WrittenForm; today: string; see: EntryFormProps['action']; requestOf: () => string; /** Of a list of several pages the one that is open: whoever sees a day stays on it. */ page?: number };

type ListProps = Props & { reminders: readonly Reminder[]; hrefOf: (noun: Noun, id: string) => string };

/** So many stand on the desk: each is a form of its own, and two hundred of them would be most of the page. */
const onDesk = 10;

/** Days that this person was reminded of and that nobody has seen, the nearest; `all` is where the others are. */
export function RemindersCard({ reminders, all, ...props }: ListProps & { all: string }) {
  const t = useTranslations('reminders');
  return (
    <Card heading={t('heading')} count={reminders.length} width={12}>
      <p className="soft">{t('what')}</p>
      <RemindersList {...props} reminders={reminders.slice(0, onDesk)} />
      {reminders.length > onDesk ? <p><a href={all}>{t('all', { count: reminders.length })}</a></p> : null}
    </Card>
  );
}

/** Each is seen with one press. */
export function RemindersList({ reminders, hrefOf, ...props }: ListProps) {
  return (
    <Todo lines={reminders.map((one) => ({
      id: keyOf(one), href: hrefOf(one.noun, one.recordId), title: one.title ? <LocalTextView text={one.title} form={props.form} say="elsewhere" /> : one.code,
      note: reminderWords(one, props.today, props.form), act: <See {...props} one={one} />,
    }))} />
  );
}

/** The same on the record itself, also where somebody has seen it. */
export function RemindersNotice({ reminders, may, ...props }: Props & { reminders: readonly Reminder[]; may: 'see' | 'only read' }) {
  const t = useTranslations('reminders');
  return (
    <Notice tone="wait" icon="calendar-clock" heading={t('onRecord')}>
      <ul className="todo">
        {reminders.map((one) => (
          <li key={keyOf(one)}>
            <div>
              {reminderWords(one, props.today, props.form)}
              {one.seen ? <small>{t('seen', { when: writeInstant(one.seen.at, props.form, 'table'), who: one.seen.by ?? t('byNobody') })}</small> : null}
            </div>
            {!one.seen && may === 'see' ? <See {...props} one={one} /> : null}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function See({ one, see, form, requestOf, page }: Props & { one: Reminder }) {
  const t = useTranslations('reminders');
  return (
    <OnePressForm
      action={see} words={t('see')} of={t('seeOf', { title: textIn(one.title, form) || one.code })}
      hidden={{ rule: one.rule, recordId: one.recordId, dueOn: one.dueOn, page, request: requestOf() }}
    />
  );
}

function keyOf({ rule, recordId, dueOn }: Reminder): string {
  return `${rule} ${recordId} ${dueOn}`;
}
