/** Describing objects and fields, and what every record can do: importing this room declares its platform types. */
import './describe-field';
import './describe-object';
import './enums';
import './field-sets';
import './schema-class';
import './sobject';
import './trigger';
import './object-statics';

export { fieldOf, readField, writeField, type FieldName } from './record-access';
export { objectTokenNamed } from './sobject';
export { fieldToken, typeToken, SObjectFieldToken, SObjectTypeToken } from '../../records/tokens';
