/** Classes, interfaces, enums and their members. One method per alternative of `memberDeclaration`. */
import type {
  BlockContext,
  ClassBodyDeclarationContext,
  ClassDeclarationContext,
  EnumConstantsContext,
  EnumDeclarationContext,
  FieldDeclarationContext,
  InterfaceDeclarationContext,
  InterfaceMethodDeclarationContext,
  MemberDeclarationContext,
  MethodDeclarationContext,
  PropertyBlockContext,
  PropertyDeclarationContext,
  TypeDeclarationContext,
  TypeRefContext
} from '@apexdevtools/apex-parser';
import type {
  Accessor,
  ClassDeclaration,
  EnumDeclaration,
  FieldDeclaration,
  InterfaceDeclaration,
  Member,
  MethodDeclaration,
  PropertyDeclaration,
  TypeDeclaration
} from './ast';
import { buildBlock, buildDeclarators } from './build-statements';
import {
  buildModifiers,
  buildParameters,
  buildReturnType,
  buildTypeList,
  buildTypeReference,
  declared,
  type Modifiers
} from './build-types';
import { builder, namedPosition, onlyChild, positionOf, refuse, type Rules } from './tree';

/** A member waits for the modifiers that stand before it; a field declaration makes several. */
type MemberMaker = (modifiers: Modifiers) => Member[];

/** The grammar's alternatives this module answers for; a test compares them with the grammar. */
export const memberRules: Rules<MemberMaker> = {
  visitMemberDeclaration: (context) => build(onlyChild(context)),
  visitTriggerMemberDeclaration: (context) => build(onlyChild(context)),
  visitAnonymousMemberDeclaration: (context) => build(onlyChild(context)),
  visitMethodDeclaration: (context) => (modifiers) => [buildMethod(context, modifiers)],
  visitConstructorDeclaration: (context) => (modifiers) => [
    {
      kind: 'constructor',
      ...declared(context.qualifiedName().id(0), modifiers),
      parameters: buildParameters(context.formalParameters()),
      body: buildBlock(context.block())
    }
  ],
  visitInterfaceDeclaration: (context) => (modifiers) => [buildInterface(context, modifiers)],
  visitClassDeclaration: (context) => (modifiers) => [buildClass(context, modifiers)],
  visitEnumDeclaration: (context) => (modifiers) => [buildEnum(context, modifiers)],
  visitPropertyDeclaration: (context) => (modifiers) => [buildProperty(context, modifiers)],
  visitFieldDeclaration: (context) => (modifiers) => buildFields(context, modifiers)
};

const build = builder<MemberMaker>(memberRules);

/** Builds the type of a source file. */
export function buildTypeDeclaration(context: TypeDeclarationContext): TypeDeclaration {
  const modifiers = buildModifiers(context.modifier_list());
  if (context.classDeclaration()) return buildClass(context.classDeclaration(), modifiers);
  if (context.interfaceDeclaration()) return buildInterface(context.interfaceDeclaration(), modifiers);
  if (context.enumDeclaration()) return buildEnum(context.enumDeclaration(), modifiers);
  return refuse(context);
}

/** Builds the declarations behind one set of modifiers, in a class, trigger or script. */
export function buildMembers(context: Parameters<typeof build>[0], modifiers: Modifiers): Member[] {
  return build(context)(modifiers);
}

function buildClass(context: ClassDeclarationContext, modifiers: Modifiers): ClassDeclaration {
  const superclass = context.typeRef() as TypeRefContext | null;
  return {
    kind: 'class',
    ...declared(context.id(), modifiers),
    superclass: superclass ? buildTypeReference(superclass) : null,
    interfaces: buildTypeList(context.typeList()),
    members: context.classBody().classBodyDeclaration_list().flatMap(buildBodyDeclaration)
  };
}

function buildBodyDeclaration(context: ClassBodyDeclarationContext): Member[] {
  const member = context.memberDeclaration() as MemberDeclarationContext | null;
  if (member) return buildMembers(member, buildModifiers(context.modifier_list()));
  const block = context.block() as BlockContext | null;
  if (block) {
    return [
      { kind: 'initializer', static: context.STATIC() !== null, body: buildBlock(block), ...positionOf(context) }
    ];
  }
  return context.SEMI() ? [] : refuse(context);
}

function buildInterface(context: InterfaceDeclarationContext, modifiers: Modifiers): InterfaceDeclaration {
  return {
    kind: 'interface',
    ...declared(context.id(), modifiers),
    interfaces: buildTypeList(context.typeList()),
    methods: context
      .interfaceBody()
      .interfaceMethodDeclaration_list()
      .map((method) => methodHead(method, buildModifiers(method.modifier_list())))
  };
}

function buildEnum(context: EnumDeclarationContext, modifiers: Modifiers): EnumDeclaration {
  const constants = context.enumConstants() as EnumConstantsContext | null;
  return {
    kind: 'enum',
    ...declared(context.id(), modifiers),
    constants: (constants?.id_list() ?? []).map(namedPosition)
  };
}

function methodHead(
  context: MethodDeclarationContext | InterfaceMethodDeclarationContext,
  modifiers: Modifiers
): MethodDeclaration {
  return {
    kind: 'method',
    ...declared(context.id(), modifiers),
    returnType: buildReturnType(context),
    parameters: buildParameters(context.formalParameters()),
    body: null
  };
}

function buildMethod(context: MethodDeclarationContext, modifiers: Modifiers): MethodDeclaration {
  const body = context.block() as BlockContext | null;
  return { ...methodHead(context, modifiers), body: body ? buildBlock(body) : null };
}

function buildFields(context: FieldDeclarationContext, modifiers: Modifiers): FieldDeclaration[] {
  const type = buildTypeReference(context.typeRef());
  return buildDeclarators(context.variableDeclarators()).map((declarator) => ({
    kind: 'field',
    ...modifiers,
    ...declarator,
    type
  }));
}

function buildProperty(context: PropertyDeclarationContext, modifiers: Modifiers): PropertyDeclaration {
  const property: PropertyDeclaration = {
    kind: 'property',
    ...declared(context.id(), modifiers),
    type: buildTypeReference(context.typeRef()),
    getter: null,
    setter: null
  };
  for (const block of context.propertyBlock_list()) {
    if (block.getter()) property.getter = buildAccessor(block, block.getter().block());
    else property.setter = buildAccessor(block, block.setter().block());
  }
  return property;
}

function buildAccessor(context: PropertyBlockContext, body: BlockContext | null): Accessor {
  const { modifiers } = buildModifiers(context.modifier_list());
  return { modifiers, body: body ? buildBlock(body) : null, ...positionOf(context) };
}
