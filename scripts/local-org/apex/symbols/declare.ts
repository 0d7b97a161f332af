/** First pass: makes a symbol for every type and member of a source file, types still open. */
import type {
  Accessor,
  AnonymousBlock,
  Annotation,
  ClassDeclaration,
  ConstructorDeclaration,
  Declaration,
  FieldDeclaration,
  InitializerBlock,
  Member,
  MethodDeclaration,
  Modifier,
  PropertyDeclaration,
  TriggerDeclaration,
  TypeDeclaration
} from '../parse/ast';
import type {
  Access,
  ClassSymbol,
  ConstructorSymbol,
  FieldSymbol,
  MethodSymbol,
  PropertyShape,
  Sharing,
  SourceUnit
} from './class-symbols';
import type { Project } from './project';
import { classOfStatements } from './trigger-class';
import { T } from './types';

/** Declares a top-level type with its inner types. */
export function declareType(project: Project, unit: SourceUnit, declaration: TypeDeclaration): ClassSymbol {
  const symbol = makeSymbol(project, unit, declaration, null);
  project.classes.set(declaration.name.toLowerCase(), symbol);
  return symbol;
}

/** Declares the class of a trigger or script, which nothing else can refer to. */
export function declareStatements(
  project: Project,
  unit: SourceUnit,
  name: string,
  source: TriggerDeclaration | AnonymousBlock
): ClassSymbol {
  return makeSymbol(project, unit, classOfStatements(name, source), null);
}

function makeSymbol(
  project: Project,
  unit: SourceUnit,
  declaration: TypeDeclaration,
  outer: ClassSymbol | null
): ClassSymbol {
  const { modifiers, annotations, name } = declaration;
  const members = declaration.kind === 'class' ? declaration.members : [];
  const fullName = outer ? `${outer.fullName}.${name}` : name;
  const symbol: ClassSymbol = {
    name,
    fullName,
    kind: declaration.kind,
    declaration,
    unit,
    outer,
    modifiers,
    annotations,
    access: accessOf(modifiers, outer ? 'private' : 'public'),
    isAbstract: modifiers.includes('abstract') || declaration.kind === 'interface',
    isTest: hasAnnotation(annotations, 'istest'),
    sharing: sharingOf(declaration, unit),
    type: T.error,
    inner: new Map(),
    superclass: null,
    interfaces: [],
    fields: new Map(),
    methods: new Map(),
    constructors: [],
    initializers: members.filter((member): member is InitializerBlock => member.kind === 'initializer'),
    constants: declaration.kind === 'enum' ? declaration.constants.map((constant) => constant.name) : []
  };
  Object.assign(symbol, { type: project.types.user(symbol) });
  declareMembers(project, symbol, declaration);
  return symbol;
}

function declareMembers(project: Project, symbol: ClassSymbol, declaration: TypeDeclaration): void {
  if (declaration.kind === 'interface') {
    for (const method of declaration.methods) addMethod(symbol, methodSymbol(symbol, method, 'public'));
  } else if (declaration.kind === 'class') {
    for (const member of declaration.members) declareMember(project, symbol, member, declaration);
  }
}

function declareMember(project: Project, owner: ClassSymbol, member: Member, declaration: ClassDeclaration): void {
  switch (member.kind) {
    case 'field':
    case 'property': {
      const name = member.name.toLowerCase();
      if (owner.fields.has(name))
        project.diagnostics.report(owner.unit.name, member, `Duplicate field: ${member.name}`);
      else owner.fields.set(name, fieldSymbol(owner, member));
      return;
    }
    case 'method':
      addMethod(owner, methodSymbol(owner, member, 'private'));
      return;
    case 'constructor':
      if (member.name.toLowerCase() !== declaration.name.toLowerCase()) {
        project.diagnostics.report(owner.unit.name, member, `Invalid constructor name: ${member.name}`);
      }
      owner.constructors.push(constructorSymbol(owner, member));
      return;
    case 'initializer':
      return;
    default: {
      const name = member.name.toLowerCase();
      if (owner.outer) {
        project.diagnostics.report(owner.unit.name, member, 'Inner types are not allowed to have inner types');
      }
      if (owner.inner.has(name)) repeatedType(project, owner, member);
      else owner.inner.set(name, makeSymbol(project, owner.unit, member, owner));
    }
  }
}

function repeatedType(project: Project, owner: ClassSymbol, member: Declaration): void {
  project.diagnostics.report(owner.unit.name, member, `Type name already in use: ${owner.fullName}.${member.name}`);
}

/** Adds a method symbol to its class; overloads share a name. */
function addMethod(owner: ClassSymbol, method: MethodSymbol): void {
  const name = method.name.toLowerCase();
  const named = owner.methods.get(name);
  if (named) named.push(method);
  else owner.methods.set(name, [method]);
}

function memberBase(owner: ClassSymbol, member: Declaration, fallback: Access) {
  return {
    owner,
    name: member.name,
    modifiers: member.modifiers,
    annotations: member.annotations,
    access: accessOf(member.modifiers, fallback),
    isStatic: member.modifiers.includes('static') || member.modifiers.includes('testmethod') || isWebservice(member),
    isTestVisible: hasAnnotation(member.annotations, 'testvisible'),
    line: member.line
  };
}

/** A method symbol whose types are still open. */
function methodSymbol(owner: ClassSymbol, method: MethodDeclaration, fallback: Access): MethodSymbol {
  const { modifiers } = method;
  const isAbstract = modifiers.includes('abstract') || owner.kind === 'interface';
  return {
    ...memberBase(owner, method, fallback),
    kind: 'method',
    declaration: method,
    isAbstract,
    isVirtual: isAbstract || modifiers.includes('virtual') || modifiers.includes('override'),
    isOverride: modifiers.includes('override'),
    returnType: T.void,
    parameters: method.parameters.map((parameter) => ({ name: parameter.name, type: T.error })),
    body: method.body,
    lastLine: method.body?.endLine ?? method.line
  };
}

function constructorSymbol(owner: ClassSymbol, declaration: ConstructorDeclaration): ConstructorSymbol {
  return {
    ...memberBase(owner, declaration, 'private'),
    kind: 'constructor',
    declaration,
    parameters: declaration.parameters.map((parameter) => ({ name: parameter.name, type: T.error }))
  };
}

function fieldSymbol(owner: ClassSymbol, field: FieldDeclaration | PropertyDeclaration): FieldSymbol {
  const base = memberBase(owner, field, 'private');
  return {
    ...base,
    kind: 'field',
    type: T.error,
    declaration: field,
    property: field.kind === 'property' ? propertyShape(field, base.access) : null,
    initializer: field.kind === 'field' ? field.initializer : null,
    isFinal: field.modifiers.includes('final'),
    isTransient: field.modifiers.includes('transient'),
    javaScriptName: `_${field.name}`
  };
}

function propertyShape(property: PropertyDeclaration, access: Access): PropertyShape {
  const { getter, setter, modifiers } = property;
  const accessorAccess = (accessor: Accessor | null): Access =>
    accessor ? accessOf(accessor.modifiers, access) : access;
  const canBeOverridden = modifiers.some((word) => word === 'virtual' || word === 'abstract' || word === 'override');
  return {
    getter,
    setter,
    getterAccess: accessorAccess(getter),
    setterAccess: accessorAccess(setter),
    isPlain: !getter?.body && !setter?.body && !canBeOverridden
  };
}

function isWebservice(member: Declaration): boolean {
  return member.modifiers.includes('webservice') && 'body' in member;
}

function accessOf(modifiers: readonly Modifier[], fallback: Access): Access {
  if (modifiers.includes('global') || modifiers.includes('webservice')) return 'global';
  if (modifiers.includes('public')) return 'public';
  if (modifiers.includes('protected')) return 'protected';
  return modifiers.includes('private') ? 'private' : fallback;
}

/** From API 67 a class that says nothing is `with sharing`: "Using the with sharing … Keywords", Apex Developer Guide. */
function sharingOf(declaration: TypeDeclaration, unit: SourceUnit): Sharing {
  const word = declaration.modifiers.find((modifier) => modifier.endsWith(' sharing'));
  if (word) return word.split(' ')[0] as Sharing;
  return unit.apiVersion >= 67 && declaration.kind === 'class' ? 'with' : 'none';
}

/** Whether an annotation of this lower-case name is present. */
export function hasAnnotation(annotations: readonly Annotation[], name: string): boolean {
  return annotations.some((annotation) => annotation.name.toLowerCase() === name);
}
