import type { FormulaNode } from './ast';

/** The paths of all fields that a formula mentions, each once. */
export function fieldsOf(node: FormulaNode): readonly (readonly string[])[] {
  const found = new Map<string, readonly string[]>();
  collect(node, found);
  return [...found.values()];
}

function collect(node: FormulaNode, found: Map<string, readonly string[]>): void {
  switch (node.kind) {
    case 'field':
      found.set(node.path.join('.').toLowerCase(), node.path);
      break;
    case 'call':
      for (const argument of node.arguments) collect(argument, found);
      break;
    case 'negate':
    case 'not':
      collect(node.operand, found);
      break;
    case 'binary':
      collect(node.left, found);
      collect(node.right, found);
      break;
    default:
  }
}
