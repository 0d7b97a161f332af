/** Database methods and what they take and return: importing this room declares its platform types. */
import './access-level';
import './address';
import './cursor';
import './database';
import './lead-convert';
import './merge';
import './dml-options';
import './query-locator';
import './results';
import './savepoint';
import './search';
import './security';
import './test-data';
