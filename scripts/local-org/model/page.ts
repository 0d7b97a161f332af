/** The page that says what of the platform is modelled: made from the declarations and refusals in the code. */
// Declares the types that the running program adds: Enum, StubProvider and their like.
import { systemTypeNames } from '../apex';
import { standardObjects } from '../schema/standard-objects';
import { FUNCTIONS } from '../formula';
import { platformTypes } from '../org';
import type { Implementation, PlatformTypeDeclaration } from '../declarations/define';
import { refusals } from './sources';

const HEAD = `# What the local org models

Made from the code by \`npm run model:docs\`; a test keeps it true. Whatever is not listed here is not modelled: it fails
with \`NotModeled: <what>\` where it is reached, and a test that reaches it counts as unsupported, never as passed.
Modelled does not mean proven against an org: it means that the documentation named in the code is implemented.
`;

const ESTIMATES = `## Estimates

Every limit is counted exactly and enforced, but for two:

- CPU time follows from the number of Apex statements that were executed. It ends a transaction, as on the platform, if not
  at the same statement.
- The heap is what queries and callouts have brought into a transaction: variables count for nothing, and what is let go is
  not taken off. It ends nothing: a test of how code stays below the limit proves nothing here.
`;

/** The page as Markdown. */
export function modelPage(): string {
  const parts = [typesSection(), missingSection(), objectsSection(), formulaSection(), ESTIMATES, refusalsSection()];
  return [HEAD, ...parts].join('\n');
}

function typesSection(): string {
  const rows = platformTypes()
    .map((type) => ({ name: qualified(type), type, refused: refusedMembers(type) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, type, refused }) => {
      const members = Object.keys(type.members ?? {}).length + (type.constants?.length ?? 0);
      const left = refused.length === 0 ? '' : refused.map((member) => `\`${member}\``).join(', ');
      return `| \`${name}\` | ${type.kind} | ${members - refused.length} | ${left} |`;
    });
  return `## Apex types

Members are constructors, methods, properties and constants; a type of which only some are modelled says which are
refused, as far as they are declared at all.

| Type | Kind | Members | Declared, but not modelled |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}

function qualified({ namespace, name }: PlatformTypeDeclaration): string {
  return namespace === 'System' ? name : `${namespace}.${name}`;
}

/** Members whose code does nothing but refuse. */
function refusedMembers({ members }: PlatformTypeDeclaration): string[] {
  return Object.entries(members ?? {})
    .filter(([, implementation]) => isRefusal(implementation))
    .map(([signature]) => /(\w+)\s*\(/.exec(signature)?.[1] ?? signature)
    .filter((name, index, names) => names.indexOf(name) === index);
}

function isRefusal(implementation: Implementation): boolean {
  return (
    implementation !== null && /^\(?[^=]*\)?\s*=>\s*\{\s*throw new [\w.]*NotModeled\(/.test(String(implementation))
  );
}

function missingSection(): string {
  const known = new Set(platformTypes().map(({ name }) => name.toLowerCase()));
  const missing = systemTypeNames().filter((name) => !known.has(name));
  return `## Types of the namespace System that are not modelled

${missing.map((name) => `\`${name}\``).join(', ')}
`;
}

function objectsSection(): string {
  const objects = standardObjects();
  const names = objects.map(({ name, fields }) => `${name} (${fields.size})`).sort();
  return `## Standard objects

${objects.length} objects with the number of their fields; a field of theirs that is missing compiles and is refused where
it is reached.

${names.join(', ')}
`;
}

function formulaSection(): string {
  return `## Formula functions

${[...FUNCTIONS.keys()].sort().join(', ')}
`;
}

function refusalsSection(): string {
  const parts = refusals().map(({ part, texts }) => {
    const items = texts.map((text) => `- ${text.replace(/[<>|*_]/g, '\\$&')}`);
    return `### ${part}\n\n${items.join('\n')}\n`;
  });
  return `## What the code refuses

By part of \`scripts/local-org\`; \`…\` stands for a name.

${parts.join('\n')}`;
}
