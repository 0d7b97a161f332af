/** What the server tells the page: who is running it, in which org and app, and in which words. */
export interface PageContext {
  user: {
    id: string;
    name: string;
    language: string;
    locale: string;
    timeZone: string;
    currency: string;
    organizationName: string;
    userPermissions: string[];
    customPermissions: string[];
  };
  labels: Record<string, string>;
  application: {
    name: string;
    label: string;
    tabs: ApplicationTab[];
    recordComponents: RecordComponent[];
    recordPages: RecordPage[];
  };
  /** The words of the shell itself. */
  shell: Record<string, string>;
}

/** One tab of the app, and the component it shows. */
export interface ApplicationTab {
  name: string;
  label: string;
  icon: string;
  component: string;
}

/** A component that record pages show; no objects stand for all. */
export interface RecordComponent {
  name: string;
  label: string;
  objects: string[];
}

/** The page that the records of an object have in place of all their fields. */
export interface RecordPage {
  object: string;
  hasHighlights: boolean;
  components: string[];
}

/** The context of this page. */
export const context: PageContext = JSON.parse(document.getElementById('local-org-context')?.textContent ?? '{}');

/** The text of a custom label. */
export function label(name: string): string {
  const text = context.labels[name];
  if (text === undefined) {
    throw new Error(`There is no custom label ${name} in the project.`);
  }
  return text;
}
