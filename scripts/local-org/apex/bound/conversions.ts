/** Implicit conversions that change a value's representation; each is a function of the runtime (runtime/convert.ts). */
export type Conversion =
  | 'integerToLong'
  | 'integerToDouble'
  | 'integerToDecimal'
  | 'longToDouble'
  | 'longToDecimal'
  | 'doubleToDecimal'
  | 'decimalToDouble'
  | 'stringToId'
  | 'dateToDatetime'
  | 'singleRow'
  | 'longToInteger'
  | 'doubleToInteger'
  | 'doubleToLong'
  | 'decimalToInteger'
  | 'decimalToLong';
