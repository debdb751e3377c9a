import type { WrittenForm } from '#messages/local-text.ts';
import { local } from '#messages/local-text.ts';
import { ActTable } from '#components/act-table.tsx';
import { AnswerBand } from '#components/answer-band.tsx';
import { Breadcrumb } from '#components/breadcrumb.tsx';
import { ButtonLink, SubmitButton } from '#components/button.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { Documents } from '#components/documents.tsx';
import { DueMark } from '#components/due-mark.tsx';
import { EmptyState } from '#components/empty-state.tsx';
import { Facets, FacetsButton } from '#components/facets.tsx';
import { FallbackNotice } from '#components/fallback-notice.tsx';
import { Footer } from '#components/frame/footer.tsx';
import { Header } from '#components/frame/header.tsx';
import { SkipLink } from '#components/frame/skip-link.tsx';
import { Withdrawn } from '#components/frame/withdrawn.tsx';
import { FuzzyDateView } from '#components/fuzzy-date-view.tsx';
import { HistoryList } from '#components/history-list.tsx';
import { LocalTextView } from '#components/local-text.tsx';
import { MilestoneList } from '#components/milestone-list.tsx';
import { MoneyBars } from '#components/money-bars.tsx';
import { Notice } from '#components/notice.tsx';
import { PageHead } from '#components/page-head.tsx';
import { Pager } from '#components/pager.tsx';
import { Path } from '#components/path.tsx';
import { PublicationMark } from '#components/publication-mark.tsx';
import { RecordSheet } from '#components/record-sheet.tsx';
import { Row, Rows } from '#components/rows.tsx';
import { ListBar, Sort } from '#components/sort.tsx';
import { Standing } from '#components/standing.tsx';
import { standingsOf } from '#components/standing-signs.ts';
import { Table } from '#components/table.tsx';
import { Tags } from '#components/tags.tsx';
import { TermBar } from '#components/term-bar.tsx';
import { Card, Todo } from '#components/todo.tsx';
import { Unknown } from '#components/unknown.tsx';
import { VerificationMark } from '#components/verification-mark.tsx';
import { Years } from '#components/years.tsx';

const title = local({ sr: 'Споразум о сарадњи са Примерградом', en: 'Agreement on cooperation with Primergrad' });
const serbianOnly = local({ sr: 'Опис само на српском' });
const latinName = local({ sr: 'Energy Cities', origin: 'sr-Latn' });

/** Every general part once, with invented facts, as one page to look at and to hold the rules of markup against. */
export function Showcase({ form }: { form: WrittenForm }) {
  return (
    <>
      <SkipLink />
      <Header form={form} address={`/${form}/agreements?page=2`} />
      <main id="main">
        <PageHead
          breadcrumb={<Breadcrumb steps={[{ href: `/${form}`, label: 'Povelja' }]} here={<LocalTextView text={title} form={form} />} />}
          over={<><span className="code">NI-SAR-001</span><Standing of="agreement" standing="signed" /></>}
          title={<LocalTextView text={title} form={form} />} lead={<LocalTextView text={serbianOnly} form={form} />}
          parties={['Niš', 'Primergrad']}
        />
        <div className="wrap body">
          <AnswerBand tone="live" glyph="in-force" sentence="1. 3. 2024 – 28. 2. 2027" reason="–" verification={<VerificationMark state="checked" day="3. 11. 2026." />} />
          <Notice tone="wait" weight="solid" glyph="replaced" heading="Amended"><p>…</p></Notice>
          <FallbackNotice />
          <States />
          <div className="two-left sec">
            <Facets action={`/${form}/agreements`} kept={{ sort: ['title'] }} facets={[{ name: 'type', legend: 'Type', options: [{ value: 'a', label: 'A', count: 3, chosen: true }, { value: 'b', label: 'B', count: 0, chosen: false }] }]} />
            <div>
              <ListBar count={3} words="…">
                <Sort action={`/${form}/agreements`} options={[{ value: 'title', label: 'A–Z' }]} chosen="title" kept={{ type: ['a'] }} />
                <FacetsButton chosen={1} />
              </ListBar>
              <Tags tags={[{ href: '?', label: 'A' }]} />
              <Rows>
                <Row margin={<><b className="code">NI-SAR-001</b><Unknown what="date" /></>} href="#a" level={2} title={<LocalTextView text={latinName} form={form} />} side={<Standing of="membership" standing="active" />}><p>…</p></Row>
              </Rows>
              <Pager page={3} pages={9} hrefOf={(page) => `?page=${page}`} />
              <EmptyState icon="search" heading="0">…</EmptyState>
            </div>
          </div>
          <Pictures form={form} />
        </div>
        <Desk form={form} />
      </main>
      <Footer form={form} />
    </>
  );
}

function States() {
  return (
    <section className="sec">
      <h2>States</h2>
      <p className="states">{(['agreement', 'membership', 'project'] as const).flatMap((of) => standingsOf(of).map((standing) => <Standing key={`${of} ${standing}`} of={of} standing={standing as never} />))}</p>
      <p className="states">{(['draft', 'in_review', 'returned', 'approved', 'scheduled', 'published', 'withdrawn'] as const).map((state) => <PublicationMark key={state} state={state} />)}</p>
      <p className="states"><VerificationMark state="unverified" /><VerificationMark state="disputed" /><DueMark kind="overdue" days={12} /><DueMark kind="soon" days={0} /></p>
      <p className="btns"><ButtonLink href="#b">1</ButtonLink><ButtonLink href="#c" kind="line" icon="printer">2</ButtonLink><ButtonLink href="#d" kind="bare">3</ButtonLink><ButtonLink href="#e" kind="harm" size="small">4</ButtonLink></p>
    </section>
  );
}

function Pictures({ form }: { form: WrittenForm }) {
  return (
    <div className="two sec">
      <div>
        <h2>Pictures</h2>
        <MoneyBars figures={[{ scope: 'project_total', amount: '22000000.00', currency: 'USD', written: '22.000.000 $', estimated: true }]}>…</MoneyBars>
        <Path steps={[{ id: 'a', state: 'done', label: 'A', when: '8. 5. 2023.', note: '–' }, { id: 'b', state: 'now', label: 'B' }, { id: 'c', state: 'gap', label: 'C', note: '–' }, { id: 'd', state: 'ahead', label: 'D' }]} />
        <ActTable caption="Acts" party="Party" columns={['Decision', 'Signature']} rows={[{ id: '1', party: 'Niš', cells: [{ state: 'gap', words: '–' }, { state: 'done', words: '–', note: '–' }] }, { id: '2', party: 'Primergrad', cells: [{ state: 'none', words: '–' }, { state: 'wait', words: '–' }] }]} />
        <MilestoneList milestones={[{ id: '1', when: null, state: 'planned', title: 'A', href: '#m' }, { id: '2', when: '2018', state: 'done', title: 'B', note: '–' }, { id: '3', when: '2017', state: 'cancelled', title: 'C' }]} />
        <TermBar label="Term" from={{ day: '2024-03-01', words: '1. 3. 2024.' }} to={{ day: '2027-02-28', words: '28. 2. 2027.' }} today={{ day: '2026-11-21', words: '–' }} decideBy={{ day: '2026-10-29', words: '29. 10. 2026.' }} />
        <Years from={1950} today={2026.9} lines={[
          { id: '1', name: 'A', href: '#y1', founded: { at: 1990, words: '1990' }, joined: { at: 2003, words: '2003' }, sentence: '–' },
          { id: '2', name: 'B', href: '#y2', founded: { at: 1953, words: '1953' }, reformed: { at: 1998, words: '1998' }, sentence: '–' },
          { id: '3', name: 'C', href: '#y3', note: '–', sentence: '–' },
        ]} />
        <Documents documents={[{ id: '1', title: 'PDF', href: '#doc', about: '–' }, { id: '2', title: 'Withheld', about: '–' }]} />
      </div>
      <aside aria-label="Sheet">
        <RecordSheet rows={[{ term: 'A', value: <FuzzyDateView edtf="2018-06~" form={form} /> }, { term: 'B', value: null, unknown: 'feminine' }, { term: 'C', value: null, unknown: 'paper', source: '–' }, { term: 'D', value: <FuzzyDateView edtf={null} form={form} /> }]} />
      </aside>
    </div>
  );
}

function Desk({ form }: { form: WrittenForm }) {
  return (
    <section className="desk-main" aria-label="Desk">
      <Table caption="Agreements" columns={[{ key: 'title', label: 'Title' }, { key: 'code', label: 'Code', href: '?sort=code', sorted: 'ascending' }]}>
        <tr><th scope="row"><a href="#t">A<small>–</small></a></th><td className="code">NI-SAR-001</td></tr>
      </Table>
      <div className="cards">
        <Card heading="Waiting" count={2} width={7}><Todo lines={[{ id: '1', title: 'A', href: '#w', note: '–', act: <SubmitButton size="small" kind="line">Go</SubmitButton> }]} /></Card>
      </div>
      <HistoryList entries={[{ id: '1', time: '10.42', day: '21. 11. 2026.', what: 'Revised', who: 'A', why: '–', changes: [{ id: 'name', label: 'Name', was: 'a', is: 'b', lang: 'en' }, { id: 'note', label: 'Note', is: 'c' }] }]} />
      <Withdrawn form={form} title="A" code="NI-SAR-002" day="3. 11. 2026." reason="–" register="agreements" />
      <DeskHead title="A" states={<PublicationMark state="draft" />} lead="–" acts={<ButtonLink href="#h" size="small">1</ButtonLink>} />
    </section>
  );
}
