import type { ReactNode } from 'react';

type Head = {
  breadcrumb?: ReactNode;
  /** Small words over the heading: the kind of record, its code, its state. */
  over?: ReactNode;
  title: ReactNode;
  lead?: ReactNode;
  /** Names of the parties, the City first. */
  parties?: readonly ReactNode[];
};

/** The head of a public page with its one h1. */
export function PageHead({ breadcrumb, over, title, lead, parties }: Head) {
  return (
    <div className="wrap">
      {breadcrumb}
      <div className="head">
        {over ? <p className="over">{over}</p> : null}
        <h1>{title}</h1>
        {lead ? <p className="lead">{lead}</p> : null}
        {parties?.length ? <ul className="parties">{parties.map((party, place) => <li key={place}>{party}</li>)}</ul> : null}
      </div>
    </div>
  );
}
