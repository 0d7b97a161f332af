import { definePlatformType } from '../../../declarations/define';
import type { ApexEnumValue } from '../../../values/enum-value';
import type { Decimal } from '../../../values/decimal';
import { RoundingNecessary, type RoundingMode } from '../../../values/decimal-units';
import { MathException } from '../../../values/exceptions';
import { required } from '../../../declarations/arguments';

definePlatformType({
  namespace: 'System',
  name: 'RoundingMode',
  kind: 'enum',
  constants: ['CEILING', 'DOWN', 'FLOOR', 'HALF_DOWN', 'HALF_EVEN', 'HALF_UP', 'UNNECESSARY', 'UP'],
  documentation: 'Decimal Class, Rounding Mode, Apex Reference Guide'
});

/** The rounding mode that a constant of `System.RoundingMode` names. */
export function modeOf(mode: ApexEnumValue | null, position: number): RoundingMode {
  return required(mode, position).name as RoundingMode;
}

/** Runs a rounding, wording the failure of `UNNECESSARY` as the platform does. */
export function rounding(round: () => Decimal): Decimal {
  try {
    return round();
  } catch (error) {
    if (error instanceof RoundingNecessary) throw new MathException('Rounding necessary');
    throw error;
  }
}
