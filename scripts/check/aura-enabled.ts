import { ApexParserBaseListener, ApexParserFactory, ApexParseTreeWalker } from '@apexdevtools/apex-parser';
import type { ClassBodyDeclarationContext } from '@apexdevtools/apex-parser';

/**
 * The methods of an Apex class that a component can import: static, `@AuraEnabled`, public or global
 * ("Expose Apex Methods to Lightning Web Components", Lightning Web Components Developer Guide).
 */
export function auraEnabledMethods(source: string): Set<string> {
  const collector = new AuraEnabledCollector();
  ApexParseTreeWalker.DEFAULT.walk(collector, ApexParserFactory.createParser(source).compilationUnit());
  return collector.methods;
}

class AuraEnabledCollector extends ApexParserBaseListener {
  readonly methods = new Set<string>();
  private depth = 0;

  enterClassDeclaration = (): void => {
    this.depth++;
  };

  exitClassDeclaration = (): void => {
    this.depth--;
  };

  enterClassBodyDeclaration = (declaration: ClassBodyDeclarationContext): void => {
    const method = declaration.memberDeclaration()?.methodDeclaration();
    if (!method || this.depth !== 1) return;
    const modifiers = declaration.modifier_list().map((modifier) => modifier.getText().toLowerCase());
    const visible = modifiers.includes('public') || modifiers.includes('global');
    const exposed = modifiers.some((modifier) => /^@auraenabled(\(|$)/.test(modifier));
    if (visible && exposed && modifiers.includes('static')) this.methods.add(method.id().getText());
  };
}
