/** Whole sources: class files, triggers and anonymous scripts. */
import type {
  AnonymousBlockMemberContext,
  AnonymousUnitContext,
  CompilationUnitContext,
  StatementContext,
  TriggerBlockMemberContext,
  TriggerCaseContext,
  TriggerUnitContext
} from '@apexdevtools/apex-parser';
import type {
  AnonymousBlock,
  FieldDeclaration,
  LocalVariablesStatement,
  Member,
  Statement,
  TriggerDeclaration,
  TriggerEvent,
  TriggerMember,
  TypeDeclaration
} from './ast';
import { buildMembers, buildTypeDeclaration } from './build-declarations';
import { buildStatement } from './build-statements';
import { buildModifiers } from './build-types';
import { nameOf, positionOf } from './tree';

/** Builds the one type of a class file. */
export function buildCompilationUnit(context: CompilationUnitContext): TypeDeclaration {
  return buildTypeDeclaration(context.typeDeclaration());
}

/** Builds a trigger file. */
export function buildTrigger(context: TriggerUnitContext): TriggerDeclaration {
  return {
    kind: 'trigger',
    name: nameOf(context.id(0)),
    object: nameOf(context.id(1)),
    events: context.triggerCase_list().map(buildEvent),
    ...buildBody(context.triggerBlock().triggerBlockMember_list(), (member) => member.triggerMemberDeclaration()),
    ...positionOf(context.id(0))
  };
}

/** Builds a script for execute anonymous. */
export function buildAnonymous(context: AnonymousUnitContext): AnonymousBlock {
  return {
    kind: 'anonymous',
    ...buildBody(context.anonymousBlock().anonymousBlockMember_list(), (member) => member.anonymousMemberDeclaration()),
    line: 1,
    column: 1
  };
}

function buildEvent(context: TriggerCaseContext): TriggerEvent {
  return {
    time: context.BEFORE() ? 'before' : 'after',
    operation: context.getChild(1).getText().toLowerCase() as TriggerEvent['operation'],
    ...positionOf(context)
  };
}

type BodyMember = TriggerBlockMemberContext | AnonymousBlockMemberContext;
type Body = { members: TriggerMember[]; body: Statement[] };

function buildBody<Context extends BodyMember>(
  contexts: Context[],
  declarationOf: (context: Context) => Parameters<typeof buildMembers>[0] | null
): Body {
  const result: Body = { members: [], body: [] };
  for (const context of contexts) {
    const statement = context.statement() as StatementContext | null;
    const declaration = declarationOf(context);
    if (statement) result.body.push(buildStatement(statement));
    else if (declaration) sort(buildMembers(declaration, buildModifiers(context.modifier_list())), result);
  }
  return result;
}

/** The grammar reads a variable of a script as a field; it runs in its place among the statements. */
function sort(members: Member[], result: Body): void {
  const fields = members.filter((member) => member.kind === 'field');
  if (fields.length > 0) result.body.push(localVariables(fields));
  else result.members.push(...(members as TriggerMember[]));
}

function localVariables(fields: FieldDeclaration[]): LocalVariablesStatement {
  const { modifiers, annotations, type } = fields[0] as FieldDeclaration;
  const variables = fields.map(({ name, initializer, line, column }) => ({ name, initializer, line, column }));
  return { kind: 'localVariables', modifiers, annotations, type, variables, line: type.line, column: type.column };
}
