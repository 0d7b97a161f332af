import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Gate } from './gate';
import { metadataProblems } from './metadata-rules';
import { MetadataSchema } from './metadata-schema';
import { listFiles } from './package-contents';

/** Every metadata file against the Metadata API's types: `sf project convert source` accepts nearly anything. */
export const metadata: Gate = {
  name: 'metadata types',
  purpose: 'Every *-meta.xml has the elements, values and required parts that the Metadata API defines.',
  async run(directory) {
    const schema = new MetadataSchema();
    const source = path.join(directory, 'force-app');
    const files = existsSync(source) ? listFiles(source).filter((file) => file.endsWith('-meta.xml')) : [];
    return {
      problems: files.flatMap((file) =>
        metadataProblems(readFileSync(file, 'utf8'), schema).map((text) => `${path.relative(directory, file)}: ${text}`)
      )
    };
  }
};
