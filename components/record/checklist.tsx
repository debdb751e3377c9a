import { useTranslations } from 'next-intl';
import { Icon } from '#components/icon.tsx';
import { writeDay } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { Issue } from '#office/outcome.ts';
import type { Noun } from '#office/permission.ts';
import { useSaidLabel } from '#components/proposal/said-label.ts';

type Props = {
  demands: readonly { readonly field: string; readonly issue: Issue | null }[]; noun: Noun; form: WrittenForm;
  /** The page of the form on which the fields stand. */
  fieldsAt: string;
  /** The page on which an embargo is set and lifted: not every form has it. */
  embargoAt: string;
};

/** „Пре објаве“: what publishing asks of the record, each line a way to its field. */
export function Checklist({ demands, noun, form, fieldsAt, embargoAt }: Props) {
  const t = useTranslations('record.ready');
  const issues = useTranslations('issues');
  const label = useSaidLabel(noun);
  const faces = useTranslations('proposals.faces');
  const named = (field: string) => {
    const [top = '', ...rest] = field.split('.');
    const face = rest.at(-1) ?? '';
    // It is met by a file as well as by the reason why there is none.
    const name = noun === 'document' && top === 'absentReason' ? t('fileOrReason') : label({ group: null, field: top, row: null });
    return faces.has(`${face}.written`) ? `${name} (${faces(`${face}.written`)})` : name;
  };
  const said = ({ rule, values = {} }: Issue) => (issues.has(rule) ? issues(rule, { ...values, ...(typeof values.day === 'string' ? { day: writeDay(values.day, form, 'sentence') } : {}) }) : t('missing'));
  return (
    <ul className="todo">
      {demands.map(({ field, issue }) => (
        <li key={field}>
          <div><a href={field === 'embargoUntil' ? embargoAt : `${fieldsAt}#${field}`}>{named(field)}</a>{issue ? <small>{said(issue)}</small> : null}</div>
          <span className={issue ? 'tr tr-no' : 'tr tr-ok'}><Icon name={issue ? 'triangle-exclamation-point' : 'check'} />{issue ? t('missing') : t('there')}</span>
        </li>
      ))}
    </ul>
  );
}
