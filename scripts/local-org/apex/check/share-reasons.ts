/** `Schema.Thing__Share.RowCause.Manual`: the name of a reason for sharing. */
import type { BoundExpression } from '../bound/expressions';
import type { Position } from '../parse/ast';
import { T } from '../symbols/types';

/** Reasons that the platform has itself; projects add some for their objects ("Understanding Apex Managed Sharing", Apex Developer Guide). */
const REASONS = [
  'GuestParentImplicit',
  'ImplicitChild',
  'ImplicitParent',
  'Manual',
  'Owner',
  'Rule',
  'Team',
  'Territory'
];

/** The reason behind a `RowCause` token as text; null where the target is something else. */
export function bindShareReason(target: BoundExpression, name: string, { line }: Position): BoundExpression | null {
  if (target.kind !== 'fieldToken' || target.field !== 'RowCause') return null;
  const own = target.object.fields.get('rowcause')?.picklistValues.map(({ value }) => value) ?? [];
  const reason = [...REASONS, ...own].find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  return reason === undefined ? null : { kind: 'literal', literal: 'string', value: reason, type: T.string, line };
}
