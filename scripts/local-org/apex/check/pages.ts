/** `Page.Name`: a page of the project as a PageReference. @see "PageReference Class", Apex Reference Guide */
import type { FieldAccessExpression } from '../parse/ast';
import type { BoundExpression } from '../bound/expressions';
import { T, type Type } from '../symbols/types';
import type { BodyContext } from './context';

/** Null where the type is not the platform's `Page`. Whether the project has the page is looked at when it is reached. */
export function bindPage(
  context: BodyContext,
  type: Type,
  { name, line }: FieldAccessExpression
): BoundExpression | null {
  if (type.platform?.qualifiedName !== 'System.Page') return null;
  const { platform, types } = context.project;
  const declared = platform.qualified('ApexPages', 'ProjectPages');
  const owner = declared && types.platform(declared);
  const member = owner?.platform?.membersNamed('named')[0];
  if (!owner || !member) return null;
  return {
    kind: 'platformCall',
    member,
    owner,
    target: null,
    isSuper: false,
    arguments: [{ kind: 'literal', literal: 'string', value: name, type: T.string, line }],
    type: platform.type('System', 'PageReference'),
    line
  };
}
