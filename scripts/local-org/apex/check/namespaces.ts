/** What names stand for, and what is found in a namespace. */
import type { ObjectDefinition } from '../../schema/model';
import type { FieldAccessExpression } from '../parse/ast';
import type { BoundExpression } from '../bound/expressions';
import { resolveTypeName } from '../symbols/type-resolver';
import type { Type } from '../symbols/types';
import type { BodyContext } from './context';
import { errorExpression } from './leaves';

/** What a name can stand for. */
export type Reference =
  | { readonly kind: 'value'; readonly value: BoundExpression }
  | { readonly kind: 'type'; readonly type: Type; readonly namespace: string | null }
  | { readonly kind: 'namespace'; readonly name: string }
  /** `Schema.SObjectType`, on which objects are named. */
  | { readonly kind: 'describes' }
  /**
   * `Schema.SObjectType.Account.fields`, on which fields are named; `value` is the property itself. Behind
   * `Account.SObjectType.fields` they are tokens (`isToken`), else describe results.
   */
  | {
      readonly kind: 'describedFields';
      readonly object: ObjectDefinition;
      readonly isToken: boolean;
      readonly value: BoundExpression;
    }
  | { readonly kind: 'labels' };

/** A type inside a namespace, with the roots that only `System` and `Schema` have. */
export function bindInNamespace(context: BodyContext, namespace: string, node: FieldAccessExpression): Reference {
  const lower = node.name.toLowerCase();
  if (lower === 'sobjecttype' && namespace.toLowerCase() === 'schema') return { kind: 'describes' };
  if (lower === 'label' && namespace.toLowerCase() === 'system') return { kind: 'labels' };
  const type = resolveTypeName(context.project, [namespace, node.name], context.owner);
  if (type) return { kind: 'type', type, namespace: null };
  context.report(node, `Variable does not exist: ${node.name}`);
  return { kind: 'value', value: errorExpression(node.line) };
}
