import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { contacts, featureUsage, npsAnswers, onboardingProgress } from './reports';

/** The files of `config/sample-data`, by path in it. */
export function sampleFiles(): Record<string, string> {
  return {
    'contacts.csv': stringify(contacts()),
    'reports/Feature usage.csv': stringify(featureUsage()),
    'reports/NPS survey answers.csv': stringify(npsAnswers()),
    'reports/Onboarding progress.csv': stringify(onboardingProgress())
  };
}

/** Writes the sample data anew. */
export function writeSampleFiles(folder: string): void {
  for (const [path, content] of Object.entries(sampleFiles())) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}
