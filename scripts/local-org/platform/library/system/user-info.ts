import { definePlatformType } from '../../define';
import { transaction } from '../../transaction';
import { ApexTimeZone } from '../time/zones';

definePlatformType({
  namespace: 'System',
  name: 'UserInfo',
  kind: 'class',
  documentation: 'UserInfo Class, Apex Reference Guide',
  members: {
    'static String getDefaultCurrency()': () => transaction().org.database.currency,
    'static String getFirstName()': () => transaction().user.firstName,
    'static String getLanguage()': () => transaction().user.language,
    'static String getLastName()': () => transaction().user.lastName,
    'static String getLocale()': () => transaction().user.locale,
    'static String getName()': () => transaction().user.name,
    'static Id getOrganizationId()': () => organization().Id,
    'static String getOrganizationName()': () => organization().Name,
    'static Id getProfileId()': () => transaction().user.profileId,
    'static System.TimeZone getTimeZone()': () => new ApexTimeZone(transaction().user.timeZone),
    'static String getUserEmail()': () => transaction().user.email,
    'static String getUiTheme()': () => 'Theme4d',
    'static String getUiThemeDisplayed()': () => 'Theme4d',
    'static Id getUserId()': () => transaction().user.id,
    'static String getUserName()': () => transaction().user.username,
    'static Id getUserRoleId()': () => transaction().user.roleId,
    'static String getUserType()': () => 'Standard',
    'static Boolean isMultiCurrencyOrganization()': () => false
  }
});

/** The org's one Organization record. */
function organization(): Record<string, unknown> {
  return transaction().org.database.system.find('Organization')[0];
}
