import { useTranslations } from 'next-intl';
import { LocalTextView } from '#components/local-text.tsx';
import { Years, type YearLine, type YearMark } from '#components/years.tsx';
import { writeDate } from '#messages/dates.ts';
import type { FuzzyDate } from '#db/columns.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { isRunning } from '#office/membership/membership.ts';
import type { NetworkLine } from '#office/membership/networks.ts';

type Props = { networks: readonly NetworkLine[]; form: WrittenForm; /** ISO day. */ today: string };

/** Memberships by the year: thin = life of the network, thick = membership, hatched = no date. Networks of which the City is and was no member are left out. */
export function MembershipYears({ networks, form, today }: Props) {
  const t = useTranslations('networks.years');
  const lines = networks.flatMap((network) => (network.membership && told(network.membership) ? [lineOf(network, network.membership, form, t)] : []));
  if (lines.length === 0) return null;
  const undated = lines.filter((line) => !line.joined).length;
  const now = decimalYear(today);
  const first = Math.min(now - 10, ...lines.flatMap(({ founded, joined }) => [founded?.at ?? now, joined?.at ?? now]));
  return (
    <section className="sec" aria-labelledby="h-years">
      <h2 id="h-years">{t('heading')}</h2>
      <p className="sec-note">{t('note', { undated })}</p>
      <Years lines={lines} from={Math.floor(first / 10) * 10} today={now} />
    </section>
  );
}

type Say = (key: string, values?: Record<string, string>) => string;

function lineOf(network: NetworkLine, membership: NonNullable<NetworkLine['membership']>, form: WrittenForm, t: Say): YearLine {
  const { founded, reformed } = network;
  const ended = membership.state === 'ended';
  const left = ended ? membership.acts.find((act) => act.kind === 'ended')?.on ?? null : null;
  const said = (date: FuzzyDate) => ({ date: writeDate(date.edtf, form, 'sentence') });
  return {
    id: network.id,
    name: <LocalTextView text={network.name} form={form} say="elsewhere" />,
    href: `/${form}/networks/${network.slug}`,
    founded: mark(founded, form), reformed: mark(reformed, form), joined: mark(membership.joined, form), left: ended ? mark(left, form) ?? 'unknown' : null,
    note: ended ? t('ended') : null,
    sentence: [
      founded ? t('foundedOn', { date: writeDate(founded.edtf, form) }) : null,
      reformed ? t('reformedOn', { date: writeDate(reformed.edtf, form) }) : null,
      membership.joined ? ended ? t('joinedThen', { date: writeDate(membership.joined.edtf, form, 'when') }) : t('joinedOn', said(membership.joined)) : t('undated'),
      left ? t('leftOn', { date: writeDate(left.edtf, form, 'when') }) : ended ? t('leftUndated') : null,
    ].filter(Boolean).join(' '),
  };
}

function told({ state }: NonNullable<NetworkLine['membership']>): boolean {
  return isRunning(state) || state === 'ended';
}

/** The middle of what the date may mean: a year stands in its middle. */
function mark(date: FuzzyDate | null, form: WrittenForm): YearMark | null {
  if (!date?.earliest || !date.latest) return null;
  return { at: (decimalYear(date.earliest) + decimalYear(date.latest)) / 2, words: writeDate(date.edtf, form) };
}

function decimalYear(day: string): number {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number);
  return year + (month - 1 + (dayOfMonth - 1) / 31) / 12;
}
