import type { ReactNode } from 'react';

type DeskHeadProps = {
  title: ReactNode;
  lead?: ReactNode;
  /** Standing, publication, verification, version. */
  states?: ReactNode;
  /** Links and buttons on the right. */
  acts?: ReactNode;
};

/** The head of a workspace page with its one h1. */
export function DeskHead({ title, lead, states, acts }: DeskHeadProps) {
  return (
    <div className="desk-head">
      <div>
        <h1>{title}</h1>
        {states ? <p><span className="states">{states}</span></p> : null}
        {lead ? <p>{lead}</p> : null}
      </div>
      {acts ? <div className="btns">{acts}</div> : null}
    </div>
  );
}
