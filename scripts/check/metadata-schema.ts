import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { installedPackages } from './command';

/** What may stand in one element of a metadata file. */
export type ElementType =
  | { kind: 'text' }
  | { kind: 'number' }
  | { kind: 'boolean' }
  | { kind: 'choice'; values: Set<string> }
  | { kind: 'object'; name: string };

/** One child element: its type, whether it may repeat and whether it may be missing. */
export interface ElementRule {
  type: ElementType;
  repeats: boolean;
  optional: boolean;
}

/** The child elements of a metadata type, by name. */
export type ObjectRule = Map<string, ElementRule>;

/**
 * The Metadata API's types, read from @salesforce/types, which generates them from the API's WSDL. Only the syntax is
 * read, which takes a fraction of what a type check of the 19,000 lines would.
 */
export class MetadataSchema {
  private readonly declarations = new Map<string, ts.TypeNode>();
  private readonly rules = new Map<string, ObjectRule>();

  constructor(declarationFile: string = typesFile()) {
    const source = ts.createSourceFile('metadata.d.ts', readFileSync(declarationFile, 'utf8'), ts.ScriptTarget.Latest);
    for (const statement of source.statements) {
      if (ts.isTypeAliasDeclaration(statement)) this.declarations.set(statement.name.text, statement.type);
    }
  }

  /** The rules of a metadata type, or undefined where the API has no such type. */
  objectRule(name: string): ObjectRule | undefined {
    const declaration = this.declarations.get(name);
    if (!declaration) return undefined;
    const known = this.rules.get(name);
    if (known) return known;
    const rule: ObjectRule = new Map();
    this.rules.set(name, rule);
    this.collect(declaration, rule);
    return rule;
  }

  private collect(node: ts.TypeNode, rule: ObjectRule): void {
    if (ts.isIntersectionTypeNode(node)) node.types.forEach((part) => this.collect(part, rule));
    if (ts.isTypeReferenceNode(node)) this.objectRule(nameOf(node))?.forEach((child, name) => rule.set(name, child));
    if (!ts.isTypeLiteralNode(node)) return;
    for (const member of node.members) {
      if (!ts.isPropertySignature(member) || !member.type) continue;
      rule.set((member.name as ts.Identifier).text, this.elementRule(member.type, Boolean(member.questionToken)));
    }
  }

  private elementRule(node: ts.TypeNode, optional: boolean): ElementRule {
    if (ts.isArrayTypeNode(node)) return { type: this.elementType(node.elementType), repeats: true, optional: true };
    return { type: this.elementType(node), repeats: false, optional };
  }

  private elementType(node: ts.TypeNode): ElementType {
    if (node.kind === ts.SyntaxKind.NumberKeyword) return { kind: 'number' };
    if (node.kind === ts.SyntaxKind.BooleanKeyword) return { kind: 'boolean' };
    if (!ts.isTypeReferenceNode(node)) return { kind: 'text' };
    const name = nameOf(node);
    const declaration = this.declarations.get(name);
    const values = literals(declaration);
    if (values) return { kind: 'choice', values };
    return declaration && isObject(declaration) ? { kind: 'object', name } : { kind: 'text' };
  }
}

function typesFile(): string {
  return path.join(installedPackages(), '@salesforce', 'types', 'lib', 'metadata.d.ts');
}

function nameOf(node: ts.TypeReferenceNode): string {
  return (node.typeName as ts.Identifier).text;
}

function isObject(node: ts.TypeNode): boolean {
  return ts.isTypeLiteralNode(node) || ts.isIntersectionTypeNode(node);
}

/** The values of a union of string literals; undefined for any other type. */
function literals(node: ts.TypeNode | undefined): Set<string> | undefined {
  if (!node) return undefined;
  const members = ts.isUnionTypeNode(node) ? node.types : [node];
  const values = members.map((member) =>
    ts.isLiteralTypeNode(member) && ts.isStringLiteral(member.literal) ? member.literal.text : undefined
  );
  return values.every((value) => value !== undefined) ? new Set(values) : undefined;
}
