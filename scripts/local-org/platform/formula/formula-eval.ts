/**
 * `FormulaEval`: formulas that Apex makes and evaluates over records in memory.
 * @see "Formula Class" and "FormulaEval Namespace", Apex Reference Guide; "Formula Evaluation in Apex", Apex Developer Guide
 */
import {
  evaluateFormula,
  fieldsOf,
  FormulaError,
  formulaTree,
  type FormulaValue,
  type FormulaNode
} from '../../formula';
import { SObjectRecord } from '../../records/sobject-record';
import { toId18 } from '../../values/record-id';
import type { ObjectDefinition } from '../../schema/model';
import { definePlatformType } from '../../declarations/define';
import type { ApexType } from '../library/system/type';
import { NotModeled } from '../../values/not-modeled';
import { transaction } from '../../transaction/transaction';
import { ApexDate } from '../../values/date';
import { ApexDatetime } from '../../values/datetime';
import { Decimal } from '../../values/decimal';
import { ApexDouble } from '../../values/double';
import type { ApexEnumValue } from '../../values/enum-value';
import { FormulaEvaluationException, FormulaValidationException, nullArgument } from '../../values/exceptions';
import { runtimeType } from '../../values/runtime-type';
import { ApexSet } from '../../values/set';
import { ApexTime } from '../../values/time';
import { pathProblem, recordScope } from './record-scope';

const RETURN_TYPES = ['BOOLEAN', 'DATE', 'DATETIME', 'DECIMAL', 'DOUBLE', 'ID', 'INTEGER', 'LONG', 'STRING', 'TIME'];

/** What a builder was told. */
class FormulaBuilder {
  formula: string | null = null;
  context: ApexType | null = null;
  returnType: string | null = null;
  blankAsZero = false;

  build(): FormulaInstance {
    const { formula, context, returnType } = this;
    if (formula === null || context === null || returnType === null) {
      throw new FormulaValidationException('A formula needs a type, a return type and a formula.');
    }
    const object = transaction().org.schema.object(context.type.name.replace(/^Schema\./, ''));
    if (!object) throw new NotModeled('a formula over objects of an Apex class');
    return new FormulaInstance(object, validated(object, formula), returnType, this.blankAsZero);
  }
}

function validated(object: ObjectDefinition, formula: string): FormulaNode {
  try {
    const tree = formulaTree(formula);
    for (const path of fieldsOf(tree)) {
      const problem = pathProblem(object, path);
      if (problem !== null) throw new FormulaError(problem);
    }
    return tree;
  } catch (error) {
    if (error instanceof FormulaError) throw new FormulaValidationException(error.message);
    throw error;
  }
}

/** A formula that can be evaluated over many records. */
class FormulaInstance {
  private readonly object: ObjectDefinition;
  private readonly tree: FormulaNode;
  private readonly returnType: string;
  private readonly blankAsZero: boolean;

  constructor(object: ObjectDefinition, tree: FormulaNode, returnType: string, blankAsZero: boolean) {
    this.object = object;
    this.tree = tree;
    this.returnType = returnType;
    this.blankAsZero = blankAsZero;
  }

  evaluate(context: unknown): unknown {
    if (context === null) throw nullArgument(1);
    if (!(context instanceof SObjectRecord) || context.definition !== this.object) {
      throw new FormulaEvaluationException(`The formula works on records of ${this.object.name} only.`);
    }
    try {
      return returned(evaluateFormula(this.tree, recordScope(context, this.blankAsZero)), this.returnType);
    } catch (error) {
      if (error instanceof FormulaError) throw new FormulaEvaluationException(error.message);
      throw error;
    }
  }

  referencedFields(): ApexSet {
    const names = new ApexSet(runtimeType('Set<String>'));
    for (const path of fieldsOf(this.tree)) names.add(path.join('.'));
    return names;
  }
}

/** The result as the value that was promised; what the platform would have refused when it was built is not told apart. */
function returned(value: FormulaValue, type: string): unknown {
  if (value === null) return type === 'BOOLEAN' ? false : null;
  switch (type) {
    case 'BOOLEAN':
      if (typeof value === 'boolean') return value;
      break;
    case 'STRING':
      if (typeof value === 'string') return value;
      break;
    case 'ID': {
      const id = typeof value === 'string' ? toId18(value) : null;
      if (id !== null) return id;
      break;
    }
    case 'DATE':
      if (value instanceof ApexDate) return value;
      break;
    case 'DATETIME':
      if (value instanceof ApexDatetime) return value;
      break;
    case 'TIME':
      if (value instanceof ApexTime) return value;
      break;
    default:
      if (value instanceof Decimal) return numberAs(value, type);
  }
  throw new NotModeled(`the check that a formula gives a value of type ${type}`);
}

function numberAs(value: Decimal, type: string): unknown {
  if (type === 'INTEGER') return value.intValue();
  if (type === 'LONG') return value.longValue();
  return type === 'DOUBLE' ? new ApexDouble(Number(value.toPlainString())) : value;
}

definePlatformType({
  namespace: 'FormulaEval',
  name: 'FormulaReturnType',
  kind: 'enum',
  constants: RETURN_TYPES
});

definePlatformType({
  namespace: 'FormulaEval',
  name: 'FormulaInstance',
  kind: 'class',
  javaScriptClass: FormulaInstance,
  documentation: 'Apex Reference Guide, FormulaInstance Class',
  members: {
    'Object evaluate(Object contextObject)': (instance: FormulaInstance, context: unknown) =>
      instance.evaluate(context),
    'Set<String> getReferencedFields()': (instance: FormulaInstance) => instance.referencedFields()
  }
});

const set = <T>(change: (builder: FormulaBuilder, value: T) => void) => {
  return (builder: FormulaBuilder, value: T): FormulaBuilder => {
    change(builder, value);
    return builder;
  };
};

definePlatformType({
  namespace: 'FormulaEval',
  name: 'FormulaBuilder',
  kind: 'class',
  javaScriptClass: FormulaBuilder,
  documentation: 'Apex Reference Guide, FormulaBuilder Class',
  members: {
    'FormulaEval.FormulaBuilder withFormula(String formula)': set<string | null>((builder, formula) => {
      builder.formula = formula;
    }),
    'FormulaEval.FormulaBuilder withType(System.Type contextType)': set<ApexType | null>((builder, type) => {
      builder.context = type;
    }),
    'FormulaEval.FormulaBuilder withReturnType(FormulaEval.FormulaReturnType returnType)': set<ApexEnumValue | null>(
      (builder, type) => {
        builder.returnType = type?.name ?? null;
      }
    ),
    'FormulaEval.FormulaBuilder treatNumericNullAsZero(Boolean treatNullAsZero)': set<boolean | null>((builder, is) => {
      builder.blankAsZero = is === true;
    }),
    'FormulaEval.FormulaInstance build()': (builder: FormulaBuilder) => builder.build()
  }
});

/** `Formula.builder()`. */
export function newBuilder(): FormulaBuilder {
  return new FormulaBuilder();
}
