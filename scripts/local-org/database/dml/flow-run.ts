/**
 * One record on its way through a record-triggered flow: what references mean, conditions, and the path of a flow that runs
 * before the save.
 * @see "Flow Operators in Decision and Collection Filter Elements" and "Flow Resources", Salesforce Help
 */
import { evaluateFormula, formulaTree, isTrue, type FormulaScope, type FormulaValue } from '../../formula';
import { NotModeled } from '../../values/not-modeled';
import { compareValues } from '../../values/compare';
import { Decimal } from '../../values/decimal';
import type {
  FlowAssignment,
  FlowCondition,
  FlowConditions,
  FlowDefinition,
  FlowOperand
} from '../../schema/flow-model';

/** The record that a flow runs for. */
export interface FlowRecord {
  readonly scope: Pick<FormulaScope, 'now' | 'timeZone'>;
  readonly isNew: boolean;
  /** A field of the record as it is being saved, or as it was. */
  read(which: 'now' | 'prior', path: readonly string[]): FormulaValue;
  write(name: string, value: FormulaValue): void;
}

/** Elements that a flow may pass before it counts as endless. */
const MOST_ELEMENTS = 2000;

/** A run of one flow. */
export class FlowRun {
  private readonly flow: FlowDefinition;
  private readonly record: FlowRecord;

  constructor(flow: FlowDefinition, record: FlowRecord) {
    this.flow = flow;
    this.record = record;
  }

  /** Whether the record meets the entry conditions, now or as it was. */
  meetsEntry(which: 'now' | 'prior'): boolean {
    const { entry, entryFormula } = this.flow;
    if (entryFormula !== undefined) return isTrue(this.formula(entryFormula, which));
    return this.holds(entry, which);
  }

  /** Follows the path from the start. */
  run(): void {
    let name = this.flow.first;
    for (let count = 0; name !== undefined; count += 1) {
      const element = this.flow.elements.get(name);
      if (!element || count > MOST_ELEMENTS) throw this.notModeled(`element ${name}`);
      if (element.kind === 'other') throw this.notModeled(element.what);
      if (element.kind === 'assignment') {
        for (const item of element.items) this.assign(item);
        name = element.next;
      } else {
        const rule = element.rules.find(({ conditions }) => this.holds(conditions, 'now'));
        name = rule ? rule.next : element.otherwise;
      }
    }
  }

  private notModeled(what: string): NotModeled {
    return new NotModeled(`record-triggered flow ${this.flow.name}: ${what}`);
  }

  private assign({ target, operator, value }: FlowAssignment): void {
    const [root, field, ...rest] = target;
    if (root !== '$Record' || field === undefined || rest.length > 0) throw this.notModeled(`${target.join('.')} set`);
    if (operator !== 'Assign') throw this.notModeled(`assignments that ${operator}`);
    this.record.write(field, this.operand(value, 'now'));
  }

  private holds({ logic, lines }: FlowConditions, which: 'now' | 'prior'): boolean {
    const results = lines.map((line) => this.holdsLine(line, which));
    if (/^and$/i.test(logic)) return results.every(Boolean);
    if (/^or$/i.test(logic)) return results.some(Boolean);
    const formula = logic
      .replace(/\bNOT\b\s*(\d+)/gi, 'NOT($1)')
      .replace(/\bAND\b/gi, '&&')
      .replace(/\bOR\b/gi, '||')
      .replace(/\d+/g, (line) => (results[Number(line) - 1] ? 'TRUE' : 'FALSE'));
    return isTrue(evaluateFormula(formulaTree(formula), this.scope(which)));
  }

  private holdsLine({ left, operator, right }: FlowCondition, which: 'now' | 'prior'): boolean {
    if (operator === 'IsChanged') return this.isChanged(left, right, which);
    const value = this.reference(left, which);
    const wanted = this.operand(right, which);
    switch (operator) {
      case 'IsNull':
        return (value === null || value === '') === (wanted === true);
      case 'EqualTo':
        return this.isSame(value, wanted);
      case 'NotEqualTo':
        return !this.isSame(value, wanted);
      case 'GreaterThan':
        return order(value, wanted) > 0;
      case 'GreaterThanOrEqualTo':
        return order(value, wanted) >= 0;
      case 'LessThan':
        return order(value, wanted) < 0;
      case 'LessThanOrEqualTo':
        return order(value, wanted) <= 0;
      case 'Contains':
      case 'StartsWith':
      case 'EndsWith':
        return this.holdsText(operator, value, wanted);
      default:
        throw this.notModeled(`conditions with ${operator}`);
    }
  }

  private holdsText(operator: keyof typeof TEXT_CONDITIONS, value: FormulaValue, wanted: FormulaValue): boolean {
    const [text, part] = [value, wanted].map((operand) => (operand === null ? '' : String(operand))) as [
      string,
      string
    ];
    const holds = TEXT_CONDITIONS[operator];
    if (holds(text, part) !== holds(text.toLowerCase(), part.toLowerCase())) {
      throw this.notModeled(`a comparison of ${text} with ${part}`);
    }
    return holds(text, part);
  }

  private isChanged(left: readonly string[], right: FlowOperand, which: 'now' | 'prior'): boolean {
    if (left[0] !== '$Record' || which === 'prior') throw this.notModeled(`a change of ${left.join('.')}`);
    const path = left.slice(1);
    const changed = !this.record.isNew && !same(this.record.read('now', path), this.record.read('prior', path));
    return changed === (this.operand(right, which) === true);
  }

  /** Texts that differ in capitals alone are not told apart here: the documentation does not say whether flows do. */
  private isSame(value: FormulaValue, wanted: FormulaValue): boolean {
    const areTexts = typeof value === 'string' && typeof wanted === 'string';
    if (areTexts && value !== wanted && value.toLowerCase() === wanted.toLowerCase()) {
      throw this.notModeled(`a comparison of ${value} with ${wanted}`);
    }
    return same(value, wanted);
  }

  private operand(operand: FlowOperand, which: 'now' | 'prior'): FormulaValue {
    switch (operand.kind) {
      case 'text':
        return operand.text;
      case 'number':
        return Decimal.parse(operand.text);
      case 'boolean':
        return operand.value;
      case 'reference':
        return this.reference(operand.path, which);
      case 'null':
        return null;
      default:
        throw this.notModeled(operand.name);
    }
  }

  private reference(path: readonly string[], which: 'now' | 'prior'): FormulaValue {
    const [root, ...rest] = path;
    if (root === '$Record') return this.record.read(which, rest);
    // "The $Record__Prior global variable": blank for a record that is created.
    if (root === '$Record__Prior') return this.record.isNew ? null : this.record.read('prior', rest);
    const formula = rest.length === 0 ? this.flow.formulas.get(root) : undefined;
    if (formula === undefined) throw this.notModeled(path.join('.'));
    return this.formula(formula, which);
  }

  /** Formulas of flows name resources in braces: `{!$Record.Name}`. */
  private formula(expression: string, which: 'now' | 'prior'): FormulaValue {
    const formula = expression.replace(/\{!\s*([$\w.]+)\s*\}/g, '$1');
    return evaluateFormula(formulaTree(formula), this.scope(which));
  }

  private scope(which: 'now' | 'prior'): FormulaScope {
    const { scope, isNew } = this.record;
    const prior = (path: readonly string[]): FormulaValue => {
      if (path[0] !== '$Record') throw this.notModeled(`the earlier value of ${path.join('.')}`);
      return this.record.read('prior', path.slice(1));
    };
    const saving = { isNew: isNew && which === 'now', isClone: false, prior };
    return { ...scope, saving, value: (path) => this.reference(path, which) };
  }
}

const TEXT_CONDITIONS = {
  Contains: (text: string, part: string): boolean => text.includes(part),
  StartsWith: (text: string, part: string): boolean => text.startsWith(part),
  EndsWith: (text: string, part: string): boolean => text.endsWith(part)
};

function same(left: FormulaValue, right: FormulaValue): boolean {
  const isBlank = (value: FormulaValue): boolean => value === null || value === '';
  if (isBlank(left) || isBlank(right)) return isBlank(left) && isBlank(right);
  if (typeof left === 'string' && typeof right === 'string') return left === right;
  return compareValues(left, right) === 0;
}

function order(left: FormulaValue, right: FormulaValue): number {
  return left === null || right === null ? NaN : compareValues(left, right);
}
