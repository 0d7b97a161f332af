import { resolve } from 'node:path';
import { writeSampleFiles } from './files';

writeSampleFiles(resolve(__dirname, '../../config/sample-data'));
