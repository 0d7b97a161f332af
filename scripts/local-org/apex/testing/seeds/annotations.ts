/** In annotations, and in what they ask of what they stand before. */
import type { Seeds } from './seeds';

export const ANNOTATIONS: Seeds = {
  members: [
    ['@Foo void x() {}', 'Annotation does not exist: Foo'],
    ['@AuraEnabled void x() {}', 'AuraEnabled methods require at least one of the following global, public'],
    [
      '@AuraEnabled public static Integer x(Account a) { return 1; } @AuraEnabled public static Integer x() { return 1; }',
      'Overload of AuraEnabled method: x overload is not permitted'
    ],
    ['@future void x() {}', 'Future methods must be declared as static'],
    ['@future static Integer x() { return 1; }', 'Future methods do not support return type of Integer'],
    ['@future static void x(Account a) {}', 'Future methods do not support parameter type of Account'],
    ['@future static void x(List<Account> a) {}', 'Future methods do not support parameter type of List<Account>'],
    ['@IsTest static void x() {}', 'Defining type for IsTest methods must be declared as IsTest'],
    ['@IsTest void x() {}', 'IsTest methods must be declared as static'],
    ['@IsTest static Integer x() { return 1; }', 'Defining type for IsTest methods must be declared as IsTest'],
    ['@TestSetup static void x(Integer a) {}', 'Defining type for TestSetup methods must be declared as IsTest'],
    [
      '@InvocableMethod static void x(Integer a) {}',
      'InvocableMethod methods require at least one of the following global, public'
    ],
    [
      '@InvocableMethod static void x(List<Integer> a, List<Integer> b) {}',
      'InvocableMethod methods require at least one of the following global, public'
    ],
    [
      '@InvocableMethod static Integer x(List<Integer> a) { return 1; }',
      'InvocableMethod methods require at least one of the following global, public'
    ],
    ['@InvocableMethod void x() {}', 'InvocableMethod methods must be declared as static'],
    ['@InvocableVariable Integer x() { return 1; }', 'InvocableVariable is not allowed on methods'],
    ['@InvocableVariable static Integer x;', 'InvocableVariable fields cannot be static'],
    ['@HttpGet static void x() {}', 'HttpGet methods must be declared as global'],
    ['@HttpGet static void x(Integer a) {}', 'HttpGet methods must be declared as global'],
    ['@ReadOnly Integer x;', 'ReadOnly is not allowed on fields'],
    ['@AuraEnabled class Part {}', 'AuraEnabled is not allowed on classes'],
    ['@testvisible @testvisible Integer x;', 'Duplicate modifier: TestVisible'],
    ['testMethod void x() {}', 'testMethod methods must be declared as static'],
    ['testMethod static void x() {}', 'Defining type for testMethod methods must be declared as IsTest']
  ],
  classes: [
    [
      `public class Seed {
    @AuraEnabled public Integer f(Integer a) { return 1; }
}`,
      "Non static AuraEnabled methods must be named with a prefix 'get'"
    ],
    [
      `public class Seed {
    @future public static Integer f() { return 1; }
}`,
      'Future methods do not support return type of Integer'
    ],
    [
      `public class Seed {
    @future public static void f(Account a) { }
}`,
      'Future methods do not support parameter type of Account'
    ],
    [
      `@IsTest
private class Seed {
    @IsTest static void f(Integer i) {}
}`,
      'Test methods must have no arguments'
    ],
    ['public class Seed { @IsTest static void f() {} }', 'Defining type for IsTest methods must be declared as IsTest'],
    ['@IsTest private class Seed { @IsTest void f() {} }', 'IsTest methods must be declared as static'],
    ['public class Seed { @Later void f() {} }', 'Annotation does not exist: Later'],
    [
      `public class Seed {
    @InvocableMethod public static void f(List<Id> ids) {}
    @InvocableMethod public static void g(List<Id> ids) {}
}`,
      'Only one method per type can be defined with: InvocableMethod'
    ]
  ]
};
