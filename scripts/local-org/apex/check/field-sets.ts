/** `Schema.SObjectType.Account.fieldSets.Name`: the field set itself, where it is named in code. */
import type { ObjectDefinition } from '../../schema/model';
import type { BoundExpression } from '../bound/expressions';
import type { Position } from '../parse/ast';
import { T } from '../symbols/types';
import type { BodyContext } from './context';
import { errorExpression } from './leaves';

/** The field set behind `fieldSets`; null where the target is something else. */
export function bindFieldSet(
  context: BodyContext,
  target: BoundExpression,
  name: string,
  position: Position
): BoundExpression | null {
  if (target.type.platform?.declaration.name !== 'SObjectTypeFieldSets') return null;
  const object = describedObject(target);
  const set = object?.fieldSets.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  if (object && !set) {
    context.report(position, `Variable does not exist: ${name}`);
    return errorExpression(position.line);
  }
  const all = call(target, 'getMap', [], position);
  const key: BoundExpression = {
    kind: 'literal',
    literal: 'string',
    value: set?.name ?? name,
    type: T.string,
    line: position.line
  };
  const found = all && call(all, 'get', [key], position);
  return found && { ...found, type: all.type.typeArguments[1] };
}

function describedObject(target: BoundExpression): ObjectDefinition | null {
  const described = target.kind === 'platformProperty' ? target.target : null;
  const token = described?.kind === 'platformCall' ? described.target : described;
  return token?.kind === 'objectToken' ? token.object : null;
}

function call(
  target: BoundExpression,
  name: string,
  parameters: BoundExpression[],
  { line }: Position
): BoundExpression | null {
  const owner = target.type;
  const member = owner.platform?.membersNamed(name).find((found) => found.parameters.length === parameters.length);
  if (!member) return null;
  return {
    kind: 'platformCall',
    member,
    owner,
    target,
    isSuper: false,
    arguments: parameters,
    type: member.returnType,
    line
  };
}
