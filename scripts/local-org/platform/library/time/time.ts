import { definePlatformType } from '../../../declarations/define';
import { ApexTime } from '../../../values/time';
import { required } from '../../../declarations/arguments';
import { objectMembers } from '../object';

definePlatformType({
  namespace: 'System',
  name: 'Time',
  kind: 'class',
  javaScriptClass: ApexTime,
  documentation: 'Time Class, Apex Reference Guide',
  members: {
    ...objectMembers,
    'Time addHours(Integer additionalHours)': (self: ApexTime, hours: number | null) => plus(self, hours, 3_600_000),
    'Time addMilliseconds(Integer additionalMilliseconds)': (self: ApexTime, amount: number | null) =>
      plus(self, amount, 1),
    'Time addMinutes(Integer additionalMinutes)': (self: ApexTime, minutes: number | null) =>
      plus(self, minutes, 60_000),
    'Time addSeconds(Integer additionalSeconds)': (self: ApexTime, seconds: number | null) => plus(self, seconds, 1000),
    'Integer hour()': (self: ApexTime) => self.hour(),
    'Integer millisecond()': (self: ApexTime) => self.millisecond(),
    'Integer minute()': (self: ApexTime) => self.minute(),
    'Integer second()': (self: ApexTime) => self.second(),
    'static Time newInstance(Integer hour, Integer minutes, Integer seconds, Integer milliseconds)': (
      hour: number | null,
      minutes: number | null,
      seconds: number | null,
      milliseconds: number | null
    ) => ApexTime.of(required(hour, 1), required(minutes, 2), required(seconds, 3), required(milliseconds, 4))
  }
});

function plus(self: ApexTime, amount: number | null, unit: number): ApexTime {
  return new ApexTime(self.milliseconds + required(amount, 1) * unit);
}
