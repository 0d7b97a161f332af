/** `Schema.Thing__Share.RowCause.Manual`: the name of a reason for sharing. */
import type { BoundExpression } from '../bound/expressions';
import type { Position } from '../parse/ast';
import { T } from '../symbols/types';

/** Reasons that the platform has itself ("Understanding Apex Managed Sharing", Apex Developer Guide). */
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
  const reason = REASONS.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  return reason === undefined ? null : { kind: 'literal', literal: 'string', value: reason, type: T.string, line };
}
