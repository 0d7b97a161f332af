/** A trigger or anonymous script as a class with one static method, so that the rest of the compiler knows classes only. */
import type {
  AnonymousBlock,
  BlockStatement,
  ClassDeclaration,
  Member,
  MethodDeclaration,
  TriggerDeclaration,
  TriggerMember
} from '../parse/ast';

/** Name of the method that holds the statements. */
export const BODY_METHOD = 'run';

/** The class of a trigger or script. */
export function classOfStatements(name: string, unit: TriggerDeclaration | AnonymousBlock): ClassDeclaration {
  const { line, column } = unit;
  const last = unit.body[unit.body.length - 1];
  const body: BlockStatement = {
    kind: 'block',
    statements: unit.body,
    line,
    column,
    endLine: last?.line ?? line,
    endColumn: last?.column ?? column
  };
  const run: MethodDeclaration = {
    kind: 'method',
    name: BODY_METHOD,
    modifiers: ['public', 'static'],
    annotations: [],
    returnType: null,
    parameters: [],
    body,
    line,
    column
  };
  const members: Member[] = [...unit.members.map(asStatic), run];
  return {
    kind: 'class',
    name,
    modifiers: ['public'],
    annotations: [],
    superclass: null,
    interfaces: [],
    members,
    line,
    column
  };
}

/** The statements call these methods without an object. */
function asStatic(member: TriggerMember): Member {
  const isStatic = member.kind !== 'method' && member.kind !== 'property';
  if (isStatic || member.modifiers.includes('static')) return member;
  return { ...member, modifiers: [...member.modifiers, 'static'] };
}
