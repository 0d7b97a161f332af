import { transaction } from '../../../transaction/transaction';
import { UnsupportedOperationException } from '../../../values/exceptions';

/**
 * Connect in Apex needs an organisation's own data, which tests do not see.
 * @throws UnsupportedOperationException in a test without `SeeAllData=true`
 * @see "Testing Connect in Apex", Apex Developer Guide
 */
export function refuseInTests(): void {
  const { isTest, seesAllData } = transaction();
  if (!isTest || seesAllData) return;
  const remedy = 'Please use @IsTest(SeeAllData=true).';
  throw new UnsupportedOperationException(`ConnectApi methods are not supported in data siloed tests. ${remedy}`);
}
