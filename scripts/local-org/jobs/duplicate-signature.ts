/**
 * `System.QueueableDuplicateSignature`: of the jobs that wait, one may have a signature. It is given up when the job begins,
 * so that what comes up while it runs can be enqueued.
 * @see "QueueableDuplicateSignature.Builder Class", Apex Reference Guide; "Queueable Apex", detecting duplicate jobs, Apex
 *   Developer Guide
 */
import { definePlatformType } from '../declarations/define';
import type { OrgServices } from '../transaction/org-services';
import { DuplicateMessageException } from '../values/exceptions';
import { SIGNATURE_TABLE } from './job-store';

/** An instance of `System.QueueableDuplicateSignature`: the parts in the order in which they were added. */
export class DuplicateSignature {
  readonly parts: readonly (readonly [kind: string, value: unknown])[];

  constructor(parts: DuplicateSignature['parts'] = []) {
    this.parts = parts;
  }

  with(kind: string, value: unknown): DuplicateSignature {
    return new DuplicateSignature([...this.parts, [kind, value]]);
  }

  get text(): string {
    return JSON.stringify(this.parts);
  }
}

class Builder {
  signature = new DuplicateSignature();

  add(kind: string, value: unknown): this {
    this.signature = this.signature.with(kind, value);
    return this;
  }
}

/**
 * Gives a job a signature, in the transaction that enqueues it.
 * @throws DuplicateMessageException when a waiting job has it
 */
export function takeSignature(org: OrgServices, { text }: DuplicateSignature, jobId: string): void {
  const taken = `INSERT OR IGNORE INTO "${SIGNATURE_TABLE}" VALUES (?, ?)`;
  if (org.database.store.connection.run(taken, [text, jobId]) > 0) return;
  throw new DuplicateMessageException('Attempt to enqueue job with duplicate queueable signature');
}

/** A job that begins, or never will, gives its signature up. */
export function giveUpSignature(org: OrgServices, jobId: string): void {
  org.database.store.connection.run(`DELETE FROM "${SIGNATURE_TABLE}" WHERE job=?`, [jobId]);
}

definePlatformType({
  namespace: 'System',
  name: 'QueueableDuplicateSignature',
  kind: 'class',
  javaScriptClass: DuplicateSignature,
  documentation: 'Apex Reference Guide, QueueableDuplicateSignature Class',
  members: {}
});

definePlatformType({
  namespace: 'System',
  name: 'QueueableDuplicateSignature.Builder',
  kind: 'class',
  javaScriptClass: Builder,
  documentation: 'Apex Reference Guide, QueueableDuplicateSignature.Builder Class',
  members: {
    'new()': () => new Builder(),
    'QueueableDuplicateSignature.Builder addId(Id value)': (builder: Builder, id: string | null) =>
      builder.add('Id', id),
    'QueueableDuplicateSignature.Builder addInteger(Integer value)': (builder: Builder, number: number | null) =>
      builder.add('Integer', number),
    'QueueableDuplicateSignature.Builder addString(String value)': (builder: Builder, text: string | null) =>
      builder.add('String', text),
    'QueueableDuplicateSignature build()': ({ signature }: Builder) => signature
  }
});
