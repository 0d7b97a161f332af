/** `System.Address`. @see "Address Class", Apex Reference Guide */
import { definePlatformType } from '../../declarations/define';
import { ApexAddress } from '../../values/address';

definePlatformType({
  namespace: 'System',
  name: 'Address',
  kind: 'class',
  javaScriptClass: ApexAddress,
  members: {
    'String getStreet()': (self: ApexAddress) => self.part('Street'),
    'String getCity()': (self: ApexAddress) => self.part('City'),
    'String getState()': (self: ApexAddress) => self.part('State'),
    'String getStateCode()': (self: ApexAddress) => self.part('StateCode'),
    'String getPostalCode()': (self: ApexAddress) => self.part('PostalCode'),
    'String getCountry()': (self: ApexAddress) => self.part('Country'),
    'String getCountryCode()': (self: ApexAddress) => self.part('CountryCode'),
    'String getGeocodeAccuracy()': (self: ApexAddress) => self.part('GeocodeAccuracy'),
    'Decimal getLatitude()': (self: ApexAddress) => self.part('Latitude'),
    'Decimal getLongitude()': (self: ApexAddress) => self.part('Longitude')
  }
});
