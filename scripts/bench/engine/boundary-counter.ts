import { FaultPlan } from '../../local-org/faults';

/** What was done to the records of one object. */
export interface ObjectDml {
  statements: number;
  rows: number;
}

const LINKS = ['QUEUEABLE', 'BATCH_APEX'];

/** Counts what Apex does at the org's boundaries by what is on the other side. Nothing is broken, and no list is kept. */
export class BoundaryCounter extends FaultPlan {
  private readonly objects = new Map<string, ObjectDml>();
  private readonly addresses = new Map<string, number>();
  private readonly committed = new Map<string, number>();

  override cross(kind: string, what: string): null {
    if (kind === 'dml') this.countDml(what);
    if (kind === 'callout') this.countCallout(what);
    if (kind === 'commit') this.committed.set(what, (this.committed.get(what) ?? 0) + 1);
    return null;
  }

  /** Transactions that took the work further: links of a chain, parts of a batch. */
  get links(): number {
    return LINKS.reduce((sum, kind) => sum + (this.committed.get(kind) ?? 0), 0);
  }

  /** All other transactions: what starts the work, and what looks after a link when it has ended. */
  get otherTransactions(): number {
    return [...this.committed.values()].reduce((sum, count) => sum + count, 0) - this.links;
  }

  /** DML of Apex on an object. */
  dmlOn(object: string): ObjectDml {
    return this.objects.get(object) ?? { statements: 0, rows: 0 };
  }

  /** DML of Apex on all objects but one. */
  dmlBesides(object: string): ObjectDml {
    const others = [...this.objects].filter(([name]) => name !== object).map(([, dml]) => dml);
    return others.reduce(
      (sum, { statements, rows }) => ({ statements: sum.statements + statements, rows: sum.rows + rows }),
      {
        statements: 0,
        rows: 0
      }
    );
  }

  /** Callouts by what their address begins with: the named credential, or the host. */
  get callouts(): ReadonlyMap<string, number> {
    return this.addresses;
  }

  /** @param what verb, object, number of rows */
  private countDml(what: string): void {
    const [, object, rows] = what.split(' ');
    const { statements, rows: before } = this.dmlOn(object);
    this.objects.set(object, { statements: statements + 1, rows: before + Number(rows) });
  }

  /** @param what method and address */
  private countCallout(what: string): void {
    const [, address] = what.split(' ');
    const [root] = /^(callout:[^/?]+|\w+:\/\/[^/?]+)/i.exec(address) ?? [address];
    this.addresses.set(root, (this.addresses.get(root) ?? 0) + 1);
  }
}
