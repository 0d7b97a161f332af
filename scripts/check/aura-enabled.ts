import { parseCompilationUnit } from '../local-org/apex/parse';
import type { Member, MethodDeclaration } from '../local-org/apex';

/**
 * The methods of an Apex class that a component can import: static, `@AuraEnabled`, public or global
 * ("Expose Apex Methods to Lightning Web Components", Lightning Web Components Developer Guide).
 */
export function auraEnabledMethods(source: string): Set<string> {
  const { unit } = parseCompilationUnit(source);
  const members = unit?.kind === 'class' ? unit.members : [];
  return new Set(members.filter(isExposed).map(({ name }) => name));
}

function isExposed(member: Member): member is MethodDeclaration {
  if (member.kind !== 'method' || !member.modifiers.includes('static')) return false;
  const isVisible = member.modifiers.includes('public') || member.modifiers.includes('global');
  return isVisible && member.annotations.some(({ name }) => name.toLowerCase() === 'auraenabled');
}
